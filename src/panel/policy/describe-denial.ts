import type { Denial } from "../../access/policy/judge-roles.ts";
import type { Translate } from "../../texts/translate.ts";

/** Why the built-in policy doesn't allow a client something, in a sentence. */
export function describeDenial(t: Translate, denial: Denial): string {
  switch (denial.kind) {
    case "forbidden":
      return t("policy.forbidden", { reason: denial.reason });
    case "ended":
      return t("policy.ended", { until: denial.until, reason: denial.reason });
    case "notListed":
      return t("policy.notListed");
  }
}
