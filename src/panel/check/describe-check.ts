import type { CheckResult } from "../../access/check/check-access.ts";
import type { SignInResult } from "../../access/check/check-sign-in.ts";
import type { Translate } from "../../texts/translate.ts";
import { compareNames, formatDuration, formatTime, joinNames } from "../context/use-translate.ts";

/** Says what a check of the client found. */
export function describeCheck(t: Translate, finding: CheckResult): string {
  const names = joinNames([...finding.names].sort(compareNames));
  // One case for each set of verdicts: not every check can have each of them.
  switch (finding.id) {
    case "account":
    case "enabled":
      return t(`check.${finding.id}.${finding.verdict}`);
    case "credentials":
      return t(`check.${finding.id}.${finding.says}`, { names });
    case "tokenBinding":
      return t(`check.${finding.id}.${finding.verdict}`, { names });
    default:
      return t(`check.${finding.id}.${finding.verdict}`, { names });
  }
}

/** Says what was found about getting a token. */
export function describeSignInCheck(t: Translate, finding: SignInResult, address: string): string {
  switch (finding.id) {
    case "user":
    case "realm":
      return t(`check.${finding.id}.${finding.says}`);
    case "https":
      return t(`check.https.${finding.says}`, { address });
    case "notBefore":
      return t(`check.notBefore.${finding.says}`, { time: formatTime(finding.since * 1_000) });
    case "lifespan":
      return t(`check.lifespan.${finding.says}`, { duration: formatDuration(finding.seconds) });
  }
}
