import type { Goal } from "../../access/plan/plan.ts";
import type { AccountRow } from "../../access/survey/account-rows.ts";

/** What is done with several clients: a mode of a plan, or all of their admin access is removed. */
export type BulkAction = "add" | "exact" | "remove" | "removeAll";

/** What a person wants for several clients. */
export interface BulkGoal extends Pick<Goal, "presets"> {
  readonly action: BulkAction;
}

/** The same for each of them. */
export function goalOf({ action, presets }: BulkGoal): Goal {
  return action === "removeAll" ? { mode: "exact", presets: [] } : { mode: action, presets };
}

/** Whether it is said what is to be done: to replace access by nothing has an action of its own. */
export function isSaid({ action, presets }: BulkGoal): boolean {
  return action === "removeAll" || presets.length > 0;
}

/** What can be done with these clients: presets would bring back what a leftover account holds. */
export function actionsFor(rows: readonly Pick<AccountRow, "state">[]): readonly BulkAction[] {
  const isLeftoverAmong = rows.some(({ state }) => state === "leftover");
  return isLeftoverAmong ? ["removeAll"] : ["add", "exact", "remove", "removeAll"];
}
