import type { MeasuredMatrix } from "../../catalog/measured/measured-matrix.ts";
import { dangerOf } from "../model/risk.ts";
import { rolesGivenBy } from "../model/roles-given-by.ts";
import { callsAllowedBy } from "./calls-allowed-by.ts";
import type { PresetSet } from "./presets-for-calls.ts";

/** Presets that are enough, together where they are several. */
export interface Sufficient {
  readonly presets: PresetSet;
  /** How many calls they allow. */
  readonly allowed: number;
}

/** The least dangerous first; of those, the ones that allow the fewest calls; of those, the fewest presets. */
export function byConsequence(
  sets: readonly PresetSet[],
  matrix: MeasuredMatrix,
): readonly Sufficient[] {
  return sets
    .map((presets) => ({
      presets,
      allowed: callsAllowedBy(presets, matrix),
      danger: dangerOf(rolesGivenBy(presets)),
    }))
    .sort(
      (a, b) => a.danger - b.danger || a.allowed - b.allowed || a.presets.length - b.presets.length,
    )
    .map(({ presets, allowed }) => ({ presets, allowed }));
}
