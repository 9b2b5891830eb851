import type { ContainerKey, RoleReference } from "../../catalog/presets/presets.ts";
import { masterRealmRoles } from "../../catalog/roles/admin-roles.ts";
import { type RoleKey, toRoleReference } from "./snapshot.ts";

/** Whether a role is one of the admin client, or a realm role of `master` that gives admin power. */
export function isAdminRole({ container, name }: RoleReference): boolean {
  return container === "admin" || masterRealmRoles.has(name);
}

/** Of roles in effect, the admin roles. */
export function adminRolesIn(effective: Iterable<RoleKey>): readonly RoleReference[] {
  return [...effective].map(toRoleReference).filter(isAdminRole);
}

/** The names of those of the roles that live in a container. */
export function roleNamesIn(
  container: ContainerKey,
  roles: readonly RoleReference[],
): readonly string[] {
  return roles.filter((role) => role.container === container).map(({ name }) => name);
}
