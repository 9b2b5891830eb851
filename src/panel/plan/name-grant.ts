import type { Setting } from "../../access/model/grant.ts";
import type { Line } from "../../access/plan/outcome.ts";
import type { Translate } from "../../texts/translate.ts";
import { nameGranted } from "../context/name-role.ts";

/**
 * A line of a report: what was to be given or taken, and whether the client has it now.
 *
 * @param isGone whether the server no longer has what was to be given
 */
export function nameLine(t: Translate, { grant, isHeld }: Line, isGone = false): string {
  const name = nameGranted(grant);
  if (isGone) return t("line.gone", { name });
  const state = isHeld === undefined ? "unknown" : isHeld ? "held" : "notHeld";
  return t(`line.${grant.place}.${state}`, { name });
}

/** What a grant is, as something that can't be given: why calls stay denied. */
export function nameBlocked(t: Translate, grant: Setting): string {
  return t(`blocked.${grant.place}`, { name: nameGranted(grant) });
}
