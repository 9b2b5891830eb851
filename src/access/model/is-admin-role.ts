import type { RoleReference } from "../../catalog/presets/presets.ts";
import { masterRealmRoles } from "../../catalog/roles/admin-roles.ts";

/** Whether a role is one of the admin client, or a realm role of `master` that gives admin power. */
export function isAdminRole({ container, name }: RoleReference): boolean {
  return container === "admin" || masterRealmRoles.has(name);
}
