import type { Goal } from "../../access/plan/plan.ts";

/** The id of the one preset that a goal is about; undefined where it is about several. */
export function presetIdOf({ presets }: Goal): string | undefined {
  const [preset, other] = presets;
  return other === undefined ? preset?.id : undefined;
}
