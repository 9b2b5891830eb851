import { type CallTemplate, callKey } from "../calls/call-template.ts";
import type { MeasuredMatrix } from "../measured/measured-matrix.ts";
import { hasFeature, type ServerFeature } from "../server/server-features.ts";
import type { Preset } from "./presets.ts";

/** Promised calls that servers without a feature answer with less. */
const shortfalls = new Map<string, ServerFeature>([
  ["usage-statistics GET/users/count", "countsUsersForQueryUsers"],
]);

/** Whether a version answers a promised call with less, which is known and said in the preset's row. */
export function isShortfall(
  { id }: Pick<Preset, "id">,
  call: CallTemplate,
  { version }: Pick<MeasuredMatrix, "version">,
): boolean {
  const feature = shortfalls.get(`${id} ${callKey(call)}`);
  return feature !== undefined && hasFeature(feature, version) === false;
}
