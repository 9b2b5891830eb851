import { placeText } from "../../places/place.ts";
import { accountLine } from "../account-line.ts";
import { type CheckResult, findingText, verdictTexts } from "../finding.ts";
import { printableLines } from "../printable-lines.ts";

/** What a check finds in lines, for people. The place of a finding is on a line of its own below it. */
export function checkAsText({ accounts, findings, measured }: CheckResult): string {
  return printableLines([
    ...(accounts.length === 0
      ? ["No client has a service account."]
      : accounts.map((row) => accountLine(row, measured))),
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
