import { adminRoles } from "../catalog/admin-roles.ts";
import type { RoleReference } from "../catalog/presets.ts";
import { type RoleKey, roleKey } from "./snapshot.ts";

/** The roles with all that Keycloak's own composite roles among them include. */
export function closeOver(roles: Iterable<RoleReference>): ReadonlySet<RoleKey> {
  const closed = new Set<RoleKey>();
  const open = [...roles];
  for (let role = open.pop(); role !== undefined; role = open.pop()) {
    const key = roleKey(role);
    if (closed.has(key)) continue;
    closed.add(key);
    if (role.container === "admin") {
      const includes = adminRoles.get(role.name)?.includes ?? [];
      open.push(...includes.map((name) => ({ container: "admin" as const, name })));
    }
  }
  return closed;
}
