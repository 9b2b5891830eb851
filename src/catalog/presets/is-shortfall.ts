import { type CallTemplate, callKey } from "../calls/call-template.ts";
import type { MeasuredMatrix } from "../measured/measured-matrix.ts";
import { hasFeature, type ServerFeature } from "../server/server-features.ts";
import type { Preset } from "./presets.ts";

/** Promised calls that give partial results on servers without a feature. */
const shortfalls = new Map<string, ServerFeature>([
  ["usage-statistics GET/users/count", "countsUsersForQueryUsers"],
]);

/**
 * Whether a promised call gives partial results on a version. This is known, and the preset's row
 * says so.
 */
export function isShortfall(
  { id }: Pick<Preset, "id">,
  call: CallTemplate,
  { version }: Pick<MeasuredMatrix, "version">,
): boolean {
  const feature = shortfalls.get(`${id} ${callKey(call)}`);
  return feature !== undefined && hasFeature(feature, version) === false;
}
