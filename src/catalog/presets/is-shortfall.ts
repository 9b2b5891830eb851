import { type CallTemplate, callKey } from "../calls/call-template.ts";
import type { MeasuredMatrix } from "../measured/measured-matrix.ts";
import type { Preset } from "./presets.ts";

/** Up to these minors a promise isn't kept: the call is answered with less. */
const shortfalls = new Map<string, readonly [major: number, minor: number]>([
  // Whoever may only query users is told that there are none.
  ["usage-statistics GET/users/count", [26, 2]],
]);

/** Whether a version answers a promised call with less, which is known and said in the preset's row. */
export function isShortfall(
  { id }: Pick<Preset, "id">,
  call: CallTemplate,
  { version }: Pick<MeasuredMatrix, "version">,
): boolean {
  const until = shortfalls.get(`${id} ${callKey(call)}`);
  if (until === undefined) return false;
  const [major = 0, minor = 0] = version.split(".").map(Number);
  return major < until[0] || (major === until[0] && minor <= until[1]);
}
