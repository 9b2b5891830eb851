import { endOfRoles } from "../../access/ends/account-ends.ts";
import type { Snapshot } from "../../access/model/snapshot.ts";
import { makePlan } from "../../access/plan/make-plan.ts";
import type { Plan } from "../../access/plan/plan.ts";
import { type WantedEnd, withEnds } from "../../access/plan/with-ends.ts";
import { presetStates } from "../../access/presets/preset-state.ts";
import type { Ends } from "../ends/known-ends.ts";
import { type BulkGoal, goalOf } from "./bulk-goal.ts";

/** What the plan of one of several clients is made of. */
interface Planned {
  /** Undefined as long as it was not read. */
  readonly snapshot: Snapshot | undefined;
  readonly ends?: Ends | undefined;
}

/** The plan of one of several clients; undefined as long as it was not read. */
export type PlanOf = (item: Planned) => Plan | undefined;

function makePlanFor(
  snapshot: Snapshot,
  ends: Ends | undefined,
  goal: BulkGoal,
  end: WantedEnd["end"],
): Plan {
  const states = presetStates(snapshot);
  const plan = makePlan(goalOf(goal, states), snapshot, states);
  return ends?.kind === "read"
    ? withEnds(plan, snapshot, states, { end, current: endOfRoles(ends.ends) })
    : plan;
}

/**
 * Makes the plans of several clients for one goal, that of each snapshot only once.
 *
 * @param end when the roles that are given are to end
 */
export function createPlanOf(goal: BulkGoal, end: WantedEnd["end"]): PlanOf {
  const plans = new WeakMap<Snapshot, Plan>();
  return ({ snapshot, ends }) => {
    if (snapshot === undefined) return undefined;
    const plan = plans.get(snapshot) ?? makePlanFor(snapshot, ends, goal, end);
    plans.set(snapshot, plan);
    return plan;
  };
}
