import type { Plan } from "./make-plan.ts";
import { worstConsequences } from "./worst-consequences.ts";

/**
 * Whether a plan is shown before it is carried out: where it gives critical power, takes something,
 * changes settings of the client, or leaves calls denied. All else is one click.
 */
export function needsLook({ goal, change, blocked }: Plan): boolean {
  const isCritical =
    goal.mode !== "remove" &&
    worstConsequences(goal.presets.flatMap(({ roles }) => roles))?.level === "critical";
  const changesSettings = change.add.some(
    ({ place }) => place === "account" || place === "clientScope",
  );
  return isCritical || change.remove.length > 0 || changesSettings || blocked.length > 0;
}
