import type { Preset } from "../../catalog/presets/presets.ts";
import { riskOf } from "./risk-of.ts";

/** Whether the roles of presets give critical power. */
export function isCritical(presets: readonly Preset[]): boolean {
  return riskOf(...presets)?.level === "critical";
}
