import type { RoleReference } from "../../catalog/presets/presets.ts";
import { adminRoles } from "../../catalog/roles/admin-roles.ts";
import { isAdminRole } from "../model/role-reference.ts";
import { type RoleKey, type Snapshot, toRoleReference } from "../model/snapshot.ts";

/** The admin roles that the signed-in administrator has in a realm, composite ones resolved. */
export interface OwnRoles {
  readonly names: ReadonlySet<string>;
  /** Whether they are held in `master`, where no role of a realm is called realm-admin. */
  readonly areOfMaster: boolean;
}

/**
 * Roles that may be assigned without being held, by the roles one of which is enough for that; beside them, a role that
 * manages is enough for the one that views the same.
 */
const assignedBy: ReadonlyMap<string, readonly string[]> = new Map([
  ["create-client", ["manage-clients"]],
  ["manage-authorization", ["manage-clients"]],
  ["view-authorization", ["view-clients", "manage-clients"]],
  ["manage-organizations", ["manage-realm"]],
  ["view-organizations", ["manage-realm"]],
]);

/**
 * The roles one of which makes a realm admin, who alone may look at workflows: realm-admin, and the realm role admin of
 * `master`.
 *
 * @see [MgmtPermissions.isRealmAdmin](https://github.com/keycloak/keycloak/blob/main/services/src/main/java/org/keycloak/services/resources/admin/fgap/MgmtPermissions.java)
 */
export const realmAdminNames = ["realm-admin", "admin"] as const;

/** Whether an administrator with these roles is a realm admin. */
export function isRealmAdmin({ names }: Pick<OwnRoles, "names">): boolean {
  return realmAdminNames.some((name) => names.has(name));
}

function isWithin(own: OwnRoles, { name }: RoleReference): boolean {
  if (own.names.has(name) || name.startsWith("query-") || !adminRoles.has(name)) return true;
  // An administrator of the whole server may assign it, and Keycloak doesn't tell who is one.
  if (name === "realm-admin") return own.areOfMaster;
  const enough = [name.replace("view-", "manage-"), ...(assignedBy.get(name) ?? [])];
  return enough.some((other) => own.names.has(other));
}

/**
 * Whether an administrator with these roles may assign and unassign a role of `realm-management`. It answers what the
 * server doesn't: `…/available` leaves out mapped roles, and can't be asked before there is an account. Backed by the
 * contract cases "manage-users offers itself …", "with manage-users, each further role offers itself …" and "each offered
 * role can be assigned and unassigned …".
 *
 * @see [RolePermissions.canMapRole](https://github.com/keycloak/keycloak/blob/main/services/src/main/java/org/keycloak/services/resources/admin/fgap/RolePermissions.java)
 */
export function mayAssign(own: OwnRoles, role: RoleReference): boolean {
  return own.names.has("manage-users") && isWithin(own, role);
}

/**
 * The mapped roles that the administrator may not unassign. Where fine-grained permissions let them assign something
 * without manage-users, each role is weighed as for those who have it.
 */
export function keptRoles(
  snapshot: Pick<Snapshot, "mapped" | "grantable">,
  own: OwnRoles,
): ReadonlySet<RoleKey> {
  const maySome = own.names.has("manage-users") || snapshot.grantable.size > 0;
  return new Set(
    [...snapshot.mapped].filter((key) => {
      const role = toRoleReference(key);
      return !(maySome && (!isAdminRole(role) || isWithin(own, role)));
    }),
  );
}
