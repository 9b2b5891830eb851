import type { Source } from "../../access/survey.ts";
import type { Translate } from "../translate.ts";

/** Where a role comes from that is not mapped, in words. */
export function nameSource(t: Translate, source: Source): string {
  return t(`accounts.through.${source.kind}`, {
    name: source.kind === "mapped" ? "" : source.name,
  });
}
