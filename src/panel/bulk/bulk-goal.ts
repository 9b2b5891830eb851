import type { Goal } from "../../access/plan/plan.ts";
import type { PresetState } from "../../access/presets/preset-state.ts";
import type { AccountRow } from "../../access/survey/account-rows.ts";
import { isOutdatedOfRealm } from "../../access/survey/remedy-of.ts";
import type { Preset } from "../../catalog/presets/presets.ts";

/**
 * What is done with several clients: a mode of a plan, what each has of earlier revisions is brought up to date, or all
 * of their admin access is removed.
 */
export type BulkAction = "update" | "add" | "exact" | "remove" | "removeAll";

/** What a person wants for several clients. */
export interface BulkGoal extends Pick<Goal, "presets"> {
  readonly action: BulkAction;
}

/** Whether presets are chosen for it. */
export function asksForPresets(action: BulkAction): boolean {
  return action !== "removeAll" && action !== "update";
}

/**
 * What is wanted for one of them.
 *
 * @param states its presets, as its server has them
 */
export function goalOf({ action, presets }: BulkGoal, states: readonly PresetState[]): Goal {
  if (action === "removeAll") return { mode: "exact", presets: [] };
  if (action === "update") {
    const outdated = states.filter(({ preset, upgrade }) => preset.custom && upgrade);
    return { mode: "add", presets: outdated.map(({ preset }) => preset) };
  }
  // One that the server doesn't have stays, so that access is never replaced with less than was meant.
  const own = new Map(states.map(({ preset }) => [preset.id, preset]));
  return { mode: action, presets: presets.map((preset) => own.get(preset.id) ?? preset) };
}

/** The presets that may be given to clients. */
export function presetsToGive(
  { action, presets }: BulkGoal,
  rows: readonly Pick<AccountRow, "outdated">[],
): readonly Preset[] {
  if (action === "update") {
    return rows.flatMap(({ outdated }) => outdated.filter(({ custom }) => custom));
  }
  return action === "remove" || action === "removeAll" ? [] : presets;
}

/** Whether it is said what is to be done: to replace access by nothing has an action of its own. */
export function isSaid({ action, presets }: BulkGoal): boolean {
  return !asksForPresets(action) || presets.length > 0;
}

/** What can be done with these clients: presets would bring back what a leftover account holds. */
export function actionsFor(
  rows: readonly Pick<AccountRow, "state" | "outdated">[],
): readonly BulkAction[] {
  if (rows.some(({ state }) => state === "leftover")) return ["removeAll"];
  const update = rows.some(isOutdatedOfRealm) ? (["update"] as const) : [];
  return [...update, "add", "exact", "remove", "removeAll"];
}
