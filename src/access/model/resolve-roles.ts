import type { RoleReference } from "../../catalog/presets/presets.ts";
import { adminRoles } from "../../catalog/roles/admin-roles.ts";
import { type Role, type RoleKey, roleKey, type Snapshot } from "./snapshot.ts";

/** The direct content of each composite role, by role; other roles are omitted. */
export type Composites<Role> = ReadonlyMap<Role, Iterable<Role>>;

/**
 * The full content of a set of roles: the roles themselves and everything that composite roles
 * include, at any depth and through cycles. Only this function resolves composite roles, for a
 * measured server, a realm file, or stock Keycloak.
 *
 * @see [Composite roles](https://www.keycloak.org/docs/latest/server_admin/#_composite-roles)
 */
export function resolveRoles<Role>(
  roles: Iterable<Role>,
  composites: Composites<Role>,
): ReadonlySet<Role> {
  const held = new Set<Role>();
  const open = [...roles];
  for (let role = open.pop(); role !== undefined; role = open.pop()) {
    if (held.has(role)) continue;
    held.add(role);
    // One by one, because a role can include more roles than a call accepts arguments.
    for (const part of composites.get(role) ?? []) open.push(part);
  }
  return held;
}

const adminKey = (name: string) => roleKey({ container: "admin", name });

/** The content of the admin roles in stock Keycloak. */
export const stockComposites: Composites<RoleKey> = new Map(
  [...adminRoles].map(([name, role]) => [adminKey(name), role.includes.map(adminKey)]),
);

/** The content of roles on a server with stock admin roles. */
export function resolveStockRoles(roles: Iterable<RoleReference>): ReadonlySet<RoleKey> {
  return resolveRoles([...roles].map(roleKey), stockComposites);
}

/** Whether roles give all that others give, on a server with stock admin roles. */
export function giveAllOf(
  roles: readonly RoleReference[],
  others: readonly RoleReference[],
): boolean {
  const given = resolveStockRoles(roles);
  return [...resolveStockRoles(others)].every((key) => given.has(key));
}

/**
 * The roles that no other one of them includes.
 *
 * @param composites the content of composite roles; the stock one unless a server or a file says
 * otherwise
 */
export function outermostRoles(
  roles: readonly RoleReference[],
  composites = stockComposites,
): readonly RoleReference[] {
  const includes = (outer: RoleReference, inner: RoleReference) =>
    resolveRoles([roleKey(outer)], composites).has(roleKey(inner));
  // If roles include each other, the first stays.
  return roles.filter(
    (role, place) =>
      !roles.some(
        (other, of) =>
          other !== role && includes(other, role) && !(includes(role, other) && place < of),
      ),
  );
}

/**
 * The assigned stock role that includes a role. If there is none, an effective role comes from a
 * group, a default role or a custom composite role.
 */
export function includingRole(role: RoleReference, snapshot: Snapshot): Role | undefined {
  const key = roleKey(role);
  return [...snapshot.roles.values()].find(
    (other) =>
      roleKey(other) !== key &&
      snapshot.mapped.has(roleKey(other)) &&
      resolveStockRoles([other]).has(key),
  );
}
