import { changeOfEnds } from "../ends/end-change.ts";
import { rolesGivenBy } from "../model/roles-given-by.ts";
import { type RoleKey, roleKey, type Snapshot } from "../model/snapshot.ts";
import type { PresetState } from "../presets/preset-state.ts";
import { presetsBeside } from "../presets/presets-beside.ts";
import type { Plan } from "./plan.ts";

/** When the roles of a plan are to end, and when the account's roles end now. Moments are in milliseconds since 1970. */
export interface WantedEnd {
  /** Undefined for never, and `unchanged` where only new roles are without an end. */
  readonly end: number | undefined | "unchanged";
  /** The roles that end, and when. */
  readonly current: ReadonlyMap<RoleKey, number>;
}

/**
 * A plan with what it makes of the ends of roles.
 *
 * @param states the account's presets: what others of them need keeps its end
 */
export function withEnds(
  plan: Plan,
  snapshot: Snapshot,
  states: readonly PresetState[],
  { end, current }: WantedEnd,
): Plan {
  const { change, goal } = plan;
  const given = goal.mode === "remove" ? [] : rolesGivenBy(goal.presets);
  const needed = new Set(rolesGivenBy(presetsBeside(goal.presets, snapshot, states)).map(roleKey));
  const { mapped } = snapshot;
  return { ...plan, ends: changeOfEnds({ change, given, end, current, mapped, needed }) };
}
