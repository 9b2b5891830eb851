import { accountLabel } from "../account-label.ts";
import { accountLine } from "../account-line.ts";
import { type CheckResult, verdictTexts } from "../finding.ts";
import { printableLines } from "../printable-lines.ts";

/** What a check finds in lines, for people. The place of a finding is on a line of its own below it. */
export function checkAsText({ accounts, findings }: CheckResult): string {
  return printableLines([
    ...(accounts.length === 0 ? ["No client has a service account."] : accounts.map(accountLine)),
    ...findings.flatMap((finding) => {
      const { verdict, message, place } = finding;
      const line = `${verdictTexts[verdict]}  ${accountLabel(finding, " ")}: ${message}`;
      return place === undefined ? [line] : [line, `  at ${place.file}:${place.line}`];
    }),
  ]);
}
