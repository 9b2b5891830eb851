import type { Risk } from "../../access/model/risk.ts";
import type { Translate } from "../../texts/translate.ts";

/** The consequences of a risk in one line, the worst first. */
export function nameConsequences(t: Translate, { consequences }: Risk): string {
  return consequences.map(({ id }) => t(`consequence.${id}`)).join(" · ");
}
