import { describeAccount } from "../../../formats/describe-account.ts";
import { printableJson } from "../../../formats/printable-json.ts";
import type { CheckResult, Finding } from "../finding.ts";

const placeOf = ({ place }: Finding) => ({ file: place?.file, line: place?.line });

/** What a check finds as JSON, for programs. */
export function checkAsJson({ accounts, findings }: CheckResult): string {
  const ofRoles = findings.filter(({ ruleId }) => ruleId === "role-not-allowed");
  const others = findings.filter(({ ruleId }) => ruleId !== "role-not-allowed");
  return printableJson({
    accounts: accounts.map(describeAccount),
    exceeding: ofRoles.map((finding) => ({
      ...{ realm: finding.realm, administers: finding.administers, clientId: finding.clientId },
      roles: finding.roles,
      ...placeOf(finding),
    })),
    besideRoles: others.map((finding) => ({
      ...{ realm: finding.realm, clientId: finding.clientId, kind: finding.ruleId },
      because: finding.because,
      verdict: finding.verdict,
      ...placeOf(finding),
    })),
  });
}
