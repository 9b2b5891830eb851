import type { Preset, PresetId } from "../../catalog/presets/presets.ts";
import type { Snapshot } from "../model/snapshot.ts";
import type { PresetState } from "../presets/preset-state.ts";
import { makePlan } from "./make-plan.ts";
import type { Plan } from "./plan.ts";

/** Plans what Remove of each preset would do, each once and when it is asked for: rows are drawn often. */
export function createRemovalPlans(
  snapshot: Snapshot,
  states: readonly PresetState[],
): (preset: Preset) => Plan {
  const plans = new Map<PresetId, Plan>();
  return (preset) => {
    const plan =
      plans.get(preset.id) ?? makePlan({ mode: "remove", presets: [preset] }, snapshot, states);
    plans.set(preset.id, plan);
    return plan;
  };
}
