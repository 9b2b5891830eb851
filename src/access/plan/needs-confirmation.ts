import { riskOfRoles } from "../model/risk.ts";
import { rolesGivenBy } from "../model/roles-given-by.ts";
import type { Plan } from "./plan.ts";

/**
 * Whether a plan is shown before it is carried out: where it gives critical power, takes something,
 * changes settings of the client, leaves calls denied, or maps a role that holds more than it ships with.
 * All else is one click.
 */
export function needsConfirmation(plan: Plan): boolean {
  const { change, blocked, extras } = plan;
  const changesSettings = change.add.some(
    ({ place }) => place === "account" || place === "clientScope",
  );
  return (
    givesCriticalPower(plan) ||
    change.remove.length > 0 ||
    changesSettings ||
    blocked.length > 0 ||
    extras.length > 0
  );
}

/**
 * Whether what a plan gives is critical, whatever is held already: the presets, what comes with their roles on this
 * server, or what an account still holds that can be used again.
 */
export function givesCriticalPower({ goal, extras, returning }: Plan): boolean {
  if (goal.mode === "remove") return false;
  const roles = [
    ...rolesGivenBy(goal.presets),
    ...extras.flatMap(({ gives }) => gives),
    ...returning,
  ];
  return riskOfRoles(roles)?.level === "critical";
}
