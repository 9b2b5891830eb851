import type { Preset, RoleReference } from "../../catalog/presets/presets.ts";
import { isAdminRole } from "./role-reference.ts";
import { roleKey } from "./snapshot.ts";

const once = (roles: readonly RoleReference[]) => [
  ...new Map(roles.map((role) => [roleKey(role), role])).values(),
];

/** The roles of presets, each once. Only this function defines what a preset gives. */
export function rolesGivenBy(presets: readonly Preset[]): readonly RoleReference[] {
  return once(presets.flatMap((preset) => preset.roles));
}

/**
 * The admin roles of presets, each once, with those that composite roles of an operator's preset include on the server:
 * what their calls and their risk follow from.
 */
export function adminRolesGivenBy(presets: readonly Preset[]): readonly RoleReference[] {
  return once(presets.flatMap(({ roles, custom }) => [...roles, ...(custom?.gives ?? [])])).filter(
    isAdminRole,
  );
}
