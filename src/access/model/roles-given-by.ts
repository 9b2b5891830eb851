import type { Preset, RoleReference } from "../../catalog/presets/presets.ts";
import { roleKey } from "./snapshot.ts";

/** The roles of presets, each once. Only this function defines what a preset gives. */
export function rolesGivenBy(presets: readonly Preset[]): readonly RoleReference[] {
  const roles = presets.flatMap((preset) => preset.roles);
  return [...new Map(roles.map((role) => [roleKey(role), role])).values()];
}
