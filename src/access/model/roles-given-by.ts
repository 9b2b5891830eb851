import type { Preset, RoleReference } from "../../catalog/presets/presets.ts";
import { roleKey } from "./snapshot.ts";

/** What presets give: roles, each once. */
export function rolesGivenBy(presets: readonly Preset[]): readonly RoleReference[] {
  const roles = presets.flatMap((preset) => preset.roles);
  return [...new Map(roles.map((role) => [roleKey(role), role])).values()];
}
