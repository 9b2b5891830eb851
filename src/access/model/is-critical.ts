import type { Preset } from "../../catalog/presets/presets.ts";
import { worstConsequences } from "./worst-consequences.ts";

/** Whether the roles of presets give critical power. */
export function isCritical(presets: readonly Preset[]): boolean {
  return worstConsequences(presets.flatMap(({ roles }) => roles))?.level === "critical";
}
