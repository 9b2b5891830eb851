import type { ContainerKey, RoleReference } from "../../catalog/presets/presets.ts";
import { masterRealmRoles } from "../../catalog/roles/admin-roles.ts";

/** Whether a role is one of the admin client, or a realm role of `master` that gives admin power. */
export function isAdminRole({ container, name }: RoleReference): boolean {
  return container === "admin" || masterRealmRoles.has(name);
}

/** The names of those of the roles that live in a container. */
export function roleNamesIn(
  container: ContainerKey,
  roles: readonly RoleReference[],
): readonly string[] {
  return roles.filter((role) => role.container === container).map(({ name }) => name);
}
