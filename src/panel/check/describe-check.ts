import type { CheckResult } from "../../access/check/check-access.ts";
import type { SignInResult } from "../../access/check/check-sign-in.ts";
import { outermostRoles } from "../../access/model/resolve-roles.ts";
import type { Translate } from "../../texts/translate.ts";
import { compareNames, formatDuration, formatTime, joinNames } from "../context/use-translate.ts";

/** The most roles that are named one by one. */
const mostNamed = 5;

/**
 * Says what a check of the client found.
 *
 * @param areRolesAll whether roles alone decide: fine-grained permissions are known to be off
 */
export function describeCheck(t: Translate, finding: CheckResult, areRolesAll: boolean): string {
  const names = joinNames([...finding.names].sort(compareNames));
  // One case for each set of verdicts: not every check can have each of them.
  switch (finding.id) {
    case "account":
      return t(finding.verdict === "ok" ? "check.account.ok" : `check.account.${finding.why}`);
    case "scope":
      return finding.verdict === "unknown" && finding.names.length > 0
        ? t("check.scope.unseen", { names })
        : t(`check.scope.${finding.verdict}`, {
            names: finding.verdict === "problem" ? nameOutermost(t, finding.names) : names,
          });
    case "roles":
      return finding.verdict === "problem" && !areRolesAll
        ? t("check.roles.problemByRoles")
        : t(`check.roles.${finding.verdict}`, { names });
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

/** Names roles; of many, only those that include the others: a list of all of realm-admin's is not read. */
function nameOutermost(t: Translate, names: readonly string[]): string {
  const roles = names.map((name) => ({ container: "admin", name }) as const);
  const outermost = outermostRoles(roles).map(({ name }) => name);
  const isShort = names.length <= mostNamed || outermost.length === names.length;
  const shown = joinNames([...(isShort ? names : outermost)].sort(compareNames));
  return isShort ? shown : t("check.scope.included", { names: shown });
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
