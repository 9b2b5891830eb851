import { describeAccount } from "../../../formats/describe-account.ts";
import { printableJson } from "../../../formats/printable-json.ts";
import { placeText } from "../../places/place.ts";
import type { CheckResult, Finding, Verdict } from "../finding.ts";

const placeOf = ({ place }: Finding) => ({
  file: place?.file,
  line: place?.line,
  part: place?.part,
});

/** What a check finds as JSON, for programs. */
export function checkAsJson({ accounts, findings, isLimited, measured }: CheckResult): string {
  const ofRoles = findings.filter(({ ruleId }) => ruleId === "role-not-allowed");
  const excessAs = (verdict: Verdict) =>
    ofRoles
      .filter((finding) => finding.verdict === verdict)
      .map((finding) => ({
        ...finding.account,
        ...{ roles: finding.roles, because: finding.because },
        ...placeOf(finding),
      }));
  const ended = findings.filter(({ ruleId }) => ruleId === "rule-ended");
  const others = findings.filter((it) => !ofRoles.includes(it) && !ended.includes(it));
  return printableJson({
    accounts: accounts.map((row) => describeAccount(row, measured)),
    isLimited,
    exceeding: excessAs("notAllowed"),
    // Not allowed either, but not new.
    notNew: excessAs("known"),
    ended: ended.map(({ message, place }) =>
      place === undefined ? message : `${placeText(place)}: ${message}`,
    ),
    besideRoles: others.map((finding) => ({
      ...{ realm: finding.account?.realm, clientId: finding.account?.clientId },
      kind: finding.ruleId,
      because: finding.because,
      verdict: finding.verdict,
      ...placeOf(finding),
    })),
  });
}
