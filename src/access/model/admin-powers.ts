import { adminRoles, masterRealmRoles } from "../../catalog/roles/admin-roles.ts";
import { type RoleKey, toRoleReference } from "./snapshot.ts";

/** Whether a role gives admin access. Other roles of the admin client are custom and give none. */
export function isPower(key: RoleKey): boolean {
  const { container, name } = toRoleReference(key);
  if (container === "admin") return adminRoles.has(name);
  return container === "realm" && masterRealmRoles.has(name);
}

/** The realm role of `master` that includes everything, so that no other role is listed with it. */
export const everything: RoleKey = "realm:admin";

/** The effective roles that give admin access; only `admin` if `master`'s role is among them. */
export function powersIn(roles: ReadonlySet<RoleKey>): ReadonlySet<RoleKey> {
  return roles.has(everything) ? new Set([everything]) : new Set([...roles].filter(isPower));
}
