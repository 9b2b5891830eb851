import type { RoleReference } from "../../catalog/presets/presets.ts";
import { closeOver } from "./close-over.ts";
import { type Role, roleKey, type Snapshot } from "./snapshot.ts";

/**
 * The mapped role that a role comes with, as Keycloak's own composite roles tell. Where there is none,
 * what is in effect comes through a group, a default role or a composite role made by somebody.
 */
export function includingRole(role: RoleReference, snapshot: Snapshot): Role | undefined {
  const key = roleKey(role);
  return [...snapshot.roles.values()].find(
    (other) =>
      roleKey(other) !== key && snapshot.mapped.has(roleKey(other)) && closeOver([other]).has(key),
  );
}
