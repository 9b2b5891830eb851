import { adminRoles, masterRealmRoles } from "../../catalog/roles/admin-roles.ts";
import { type RoleKey, toRoleReference } from "./snapshot.ts";

/** Whether a role gives admin power: others of the admin client are somebody's own, and give none. */
export function isPower(key: RoleKey): boolean {
  const { container, name } = toRoleReference(key);
  return (container === "admin" ? adminRoles : masterRealmRoles).has(name);
}

/** The realm role of `master` that says everything, so that nothing else is told beside it. */
export const everything: RoleKey = "realm:admin";

/** Of roles in effect, those that give admin power; `admin` of `master` stands for all of them. */
export function powersIn(roles: ReadonlySet<RoleKey>): ReadonlySet<RoleKey> {
  return roles.has(everything) ? new Set([everything]) : new Set([...roles].filter(isPower));
}
