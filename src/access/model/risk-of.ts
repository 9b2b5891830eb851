import type { Preset } from "../../catalog/presets/presets.ts";
import { rolesGivenBy } from "./roles-given-by.ts";
import { type Risk, worstConsequences } from "./worst-consequences.ts";

/**
 * What a program can do at worst that these presets are applied to.
 *
 * @returns undefined where nothing dangerous is known of what they give
 */
export function riskOf(...presets: readonly Preset[]): Risk | undefined {
  return worstConsequences(rolesGivenBy(presets));
}
