import type { Snapshot } from "../../access/model/snapshot.ts";
import { makePlan } from "../../access/plan/make-plan.ts";
import type { Goal, Plan } from "../../access/plan/plan.ts";
import { presetStates } from "../../access/presets/preset-state.ts";

/** The plan of one of several clients; undefined as long as it was not read. */
export type PlanOf = (item: { readonly snapshot: Snapshot | undefined }) => Plan | undefined;

/**
 * The presets of a goal as they are for a client's server. One that the server doesn't have stays in the goal, so that
 * access is never replaced with less than was meant.
 */
function makePlanFor(snapshot: Snapshot, { mode, presets }: Goal): Plan {
  const states = presetStates(snapshot);
  const own = new Map(states.map(({ preset }) => [preset.id, preset]));
  const meant = presets.map((preset) => own.get(preset.id) ?? preset);
  return makePlan({ mode, presets: meant }, snapshot, states);
}

/** Makes the plans of several clients for one goal, that of each snapshot only once. */
export function createPlanOf(goal: Goal): PlanOf {
  const plans = new WeakMap<Snapshot, Plan>();
  return ({ snapshot }) => {
    if (snapshot === undefined) return undefined;
    const plan = plans.get(snapshot) ?? makePlanFor(snapshot, goal);
    plans.set(snapshot, plan);
    return plan;
  };
}
