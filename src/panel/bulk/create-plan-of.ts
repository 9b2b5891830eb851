import type { Snapshot } from "../../access/model/snapshot.ts";
import { makePlan } from "../../access/plan/make-plan.ts";
import type { Plan } from "../../access/plan/plan.ts";
import { presetStates } from "../../access/presets/preset-state.ts";
import { type BulkGoal, goalOf } from "./bulk-goal.ts";

/** The plan of one of several clients; undefined as long as it was not read. */
export type PlanOf = (item: { readonly snapshot: Snapshot | undefined }) => Plan | undefined;

function makePlanFor(snapshot: Snapshot, goal: BulkGoal): Plan {
  const states = presetStates(snapshot);
  return makePlan(goalOf(goal, states), snapshot, states);
}

/** Makes the plans of several clients for one goal, that of each snapshot only once. */
export function createPlanOf(goal: BulkGoal): PlanOf {
  const plans = new WeakMap<Snapshot, Plan>();
  return ({ snapshot }) => {
    if (snapshot === undefined) return undefined;
    const plan = plans.get(snapshot) ?? makePlanFor(snapshot, goal);
    plans.set(snapshot, plan);
    return plan;
  };
}
