import type { Preset, RoleReference } from "../../catalog/presets/presets.ts";
import { roleKey } from "./snapshot.ts";

/** The roles that presets give, each once. The one place that says what a preset gives. */
export function rolesGivenBy(presets: readonly Preset[]): readonly RoleReference[] {
  const roles = presets.flatMap((preset) => preset.roles);
  return [...new Map(roles.map((role) => [roleKey(role), role])).values()];
}
