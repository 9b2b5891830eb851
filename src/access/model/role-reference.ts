import type { ContainerKey, RoleReference } from "../../catalog/presets/presets.ts";
import { masterRealmRoles } from "../../catalog/roles/admin-roles.ts";
import { type Role, type RoleKey, roleKey, type Snapshot, toRoleReference } from "./snapshot.ts";

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

/** The admin roles that an account has in effect, as the server has them; presets of the realm may bring it others. */
export function effectiveAdminRoles({
  roles,
  effective,
}: Pick<Snapshot, "roles" | "effective">): readonly Role[] {
  return [...roles.values()].filter((role) => isAdminRole(role) && effective.has(roleKey(role)));
}

/** The names of the roles in a container. */
export function roleNamesIn(
  container: ContainerKey,
  roles: readonly RoleReference[],
): readonly string[] {
  return roles.filter((role) => role.container === container).map(({ name }) => name);
}
