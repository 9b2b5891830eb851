import { isCritical } from "../model/risk.ts";
import type { Plan } from "./plan.ts";

/**
 * Whether a plan is shown before it is carried out: where it gives critical power, takes something,
 * changes settings of the client, or leaves calls denied. All else is one click.
 */
export function needsConfirmation({ goal, change, blocked }: Plan): boolean {
  const givesCriticalPower = goal.mode !== "remove" && isCritical(goal.presets);
  const changesSettings = change.add.some(
    ({ place }) => place === "account" || place === "clientScope",
  );
  return givesCriticalPower || change.remove.length > 0 || changesSettings || blocked.length > 0;
}
