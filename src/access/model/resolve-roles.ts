import type { RoleReference } from "../../catalog/presets/presets.ts";
import { adminRoles } from "../../catalog/roles/admin-roles.ts";
import { type Role, type RoleKey, roleKey, type Snapshot } from "./snapshot.ts";

/** What each composite role includes directly, by the role; a role that is no composite is left out. */
export type Composites<Role> = ReadonlyMap<Role, Iterable<Role>>;

/**
 * What a set of roles holds: the roles themselves and all that the composite roles among them include, to
 * any depth and through circles. The one place that follows composite roles, be they those of a measured
 * server, of a realm file, or those that Keycloak ships with.
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
    // One by one: a role may include more than a call takes arguments.
    for (const part of composites.get(role) ?? []) open.push(part);
  }
  return held;
}

const adminKey = (name: string) => roleKey({ container: "admin", name });

/** What Keycloak's own admin roles include as they ship. */
export const stockComposites: Composites<RoleKey> = new Map(
  [...adminRoles].map(([name, role]) => [adminKey(name), role.includes.map(adminKey)]),
);

/** What roles hold on a server whose admin roles include what they ship with. */
export function resolveStockRoles(roles: Iterable<RoleReference>): ReadonlySet<RoleKey> {
  return resolveRoles([...roles].map(roleKey), stockComposites);
}

/**
 * Those of the roles that no other one of them includes.
 *
 * @param composites what composite roles include; as they ship, unless a server or a file says otherwise
 */
export function outermostRoles(
  roles: readonly RoleReference[],
  composites = stockComposites,
): readonly RoleReference[] {
  const includes = (outer: RoleReference, inner: RoleReference) =>
    resolveRoles([roleKey(outer)], composites).has(roleKey(inner));
  // Of roles that include each other, the first stays.
  return roles.filter(
    (role, place) =>
      !roles.some(
        (other, of) =>
          other !== role && includes(other, role) && !(includes(role, other) && place < of),
      ),
  );
}

/**
 * The assigned role that includes a role, by what admin roles ship with. Where there is none, a role in
 * effect comes through a group, a default role or a custom composite role.
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
