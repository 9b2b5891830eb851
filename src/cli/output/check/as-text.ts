import { placeText } from "../../places/place.ts";
import { accountLine } from "../account-line.ts";
import { type CheckResult, findingText, verdictTexts } from "../finding.ts";
import { printableLines } from "../printable-lines.ts";

/** The findings of a check as text. The place of a finding follows on its own line. */
export function checkAsText({ accounts, findings }: CheckResult): string {
  return printableLines([
    ...(accounts.length === 0 ? ["No client has a service account."] : accounts.map(accountLine)),
    ...findings.flatMap((finding) => {
      const { verdict, account, place } = finding;
      const begin = verdictTexts[verdict];
      if (place === undefined) return [`${begin}  ${findingText(finding)}`];
      // A rule is identified by its place.
      if (account === undefined) return [`${begin}  ${placeText(place)}: ${findingText(finding)}`];
      return [`${begin}  ${findingText(finding)}`, `  at ${placeText(place)}`];
    }),
  ]);
}
