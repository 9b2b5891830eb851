import type { RoleReference } from "../../catalog/presets/presets.ts";
import { adminRoles } from "../../catalog/roles/admin-roles.ts";
import { closureOf } from "./closure-of.ts";
import { type RoleKey, roleKey } from "./snapshot.ts";

const adminKey = (name: string) => roleKey({ container: "admin", name });

const includes: ReadonlyMap<RoleKey, readonly RoleKey[]> = new Map(
  [...adminRoles].map(([name, role]) => [adminKey(name), role.includes.map(adminKey)]),
);

/** The roles with all that Keycloak's own composite roles among them include. */
export function closeOver(roles: Iterable<RoleReference>): ReadonlySet<RoleKey> {
  return closureOf([...roles].map(roleKey), { includes });
}
