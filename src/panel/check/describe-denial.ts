import type { Denial } from "../../access/check/denial.ts";
import type { Translate } from "../../texts/translate.ts";
import { describeCheck, describeSignInCheck } from "./describe-check.ts";

/**
 * Why calls are denied, in one line; the same in the header and in the access check.
 *
 * @param areRolesAll whether roles alone decide: fine-grained permissions are known to be off
 */
export function describeDenial(
  t: Translate,
  { finding, extent, roles }: Denial,
  areRolesAll: boolean,
): string {
  switch (finding.id) {
    case "scope": {
      const count = finding.names.length;
      return extent === "some"
        ? t("denied.scopeOfSome", { count, roles })
        : t("denied.scope", { count });
    }
    case "clientScope":
    case "tokenBinding":
      return t(`denied.${finding.id}`, { names: finding.names.join(", ") });
    case "roles":
      return t(areRolesAll ? "denied.roles" : "denied.rolesByRoles");
    default:
      return t(`denied.${finding.id}`);
  }
}

/**
 * What the check found of it, and what to do.
 *
 * @param tokenEndpoint where clients get tokens; empty where that isn't known
 */
export function explainDenial(
  t: Translate,
  { finding }: Denial,
  areRolesAll: boolean,
  tokenEndpoint: string,
): string {
  switch (finding.id) {
    case "user":
    case "realm":
    case "https":
    case "notBefore":
    case "lifespan":
      return describeSignInCheck(t, finding, tokenEndpoint);
    default:
      return describeCheck(t, finding, areRolesAll);
  }
}

/** What the button that fixes it is called; only where there is a fix. */
export function nameFix(t: Translate, { finding, fix }: Pick<Denial, "finding" | "fix">): string {
  switch (finding.id) {
    case "scope":
      return t("denied.scope.fix", { count: fix?.add.length ?? 0 });
    case "account":
    case "clientScope":
      return t(`check.${finding.id}.fix`);
    default:
      return "";
  }
}
