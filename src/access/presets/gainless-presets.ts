import type { MeasuredMatrix } from "../../catalog/measured/measured-matrix.ts";
import type { Preset, PresetId } from "../../catalog/presets/presets.ts";
import type { HeldRoles } from "../model/held-admin-roles.ts";
import { measuredRoleNames } from "../model/measured-role-names.ts";
import { isAdminRole } from "../model/role-reference.ts";
import { adminRolesGivenBy } from "../model/roles-given-by.ts";
import { verdictOf, verdictOfHeld } from "../model/verdict-of.ts";

/**
 * Presets that don't change any measured call, given the roles in the client's tokens. Empty if
 * these aren't fully known; presets with unmeasured roles are omitted.
 */
export function gainlessPresets(
  presets: readonly Preset[],
  held: HeldRoles,
  matrix: MeasuredMatrix,
): ReadonlySet<PresetId> {
  if (held.possible.size > 0 || held.reduced.size > 0 || held.names.size === 0) return new Set();
  const open = matrix.calls
    .map((call) => ({ call, before: verdictOfHeld(call, held, matrix) }))
    .filter(({ before }) => before !== "allowed");
  const measured = new Set([...matrix.roles, ...matrix.masterRoles]);
  const gains = (preset: Preset) => {
    if (preset.roles.some((role) => !isAdminRole(role))) return true;
    const roles = adminRolesGivenBy([preset]);
    const names = measuredRoleNames(roles, matrix);
    const isMeasured = names.length === roles.length && names.every((name) => measured.has(name));
    const together = [...held.names, ...names];
    return (
      !isMeasured || open.some(({ call, before }) => verdictOf(call, together, matrix) !== before)
    );
  };
  return new Set(presets.filter((preset) => !gains(preset)).map(({ id }) => id));
}
