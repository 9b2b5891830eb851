import type { ContainerKey, RoleReference } from "../../catalog/presets/presets.ts";
import { masterRealmRoles } from "../../catalog/roles/admin-roles.ts";
import { type RoleKey, toRoleReference } from "./snapshot.ts";

/**
 * Whether a role is a role of the admin client, or a realm role of `master` that gives admin
 * access.
 */
export function isAdminRole({ container, name }: RoleReference): boolean {
  return container === "admin" || (container === "realm" && masterRealmRoles.has(name));
}

/** The admin roles among effective roles. */
export function adminRolesIn(effective: Iterable<RoleKey>): readonly RoleReference[] {
  return [...effective].map(toRoleReference).filter(isAdminRole);
}

/** The names of the roles in a container. */
export function roleNamesIn(
  container: ContainerKey,
  roles: readonly RoleReference[],
): readonly string[] {
  return roles.filter((role) => role.container === container).map(({ name }) => name);
}
