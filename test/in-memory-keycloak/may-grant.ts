import { adminRoleNames } from "./built-in-roles.ts";
import type { Power } from "./power.ts";
import type { RealmState, RoleState } from "./realm-state.ts";

/** The admin roles that a caller can grant, each with the roles that allow this. */
const grantedBy: ReadonlyMap<string, readonly string[]> = new Map([
  ["manage-clients", ["manage-clients"]],
  ["create-client", ["manage-clients"]],
  ["view-clients", ["view-clients", "manage-clients"]],
  ["manage-authorization", ["manage-authorization", "manage-clients"]],
  [
    "view-authorization",
    ["view-authorization", "manage-authorization", "view-clients", "manage-clients"],
  ],
  ["manage-events", ["manage-events"]],
  ["view-events", ["view-events", "manage-events"]],
  ["manage-users", ["manage-users"]],
  ["view-users", ["view-users", "manage-users"]],
  ["manage-identity-providers", ["manage-identity-providers"]],
  ["view-identity-providers", ["view-identity-providers", "manage-identity-providers"]],
  ["manage-realm", ["manage-realm"]],
  ["view-realm", ["view-realm", "manage-realm"]],
  ["manage-organizations", ["manage-organizations", "manage-realm"]],
  ["view-organizations", ["view-organizations", "manage-organizations", "manage-realm"]],
  ["impersonation", ["impersonation"]],
]);

/**
 * Whether the caller may map a role to a user, or take it away. Only the role itself is looked at,
 * not what comes with it as a composite.
 *
 * @see [RolePermissions.canMapRole](https://github.com/keycloak/keycloak/blob/main/services/src/main/java/org/keycloak/services/resources/admin/fgap/RolePermissions.java)
 */
export function mayGrant(power: Power, realm: RealmState, role: RoleState): boolean {
  if (!power.canManageUsers) return false;
  if (!adminRoleNames.has(role.name) || power.holds(role)) return true;
  if (role.containerId === realm.adminClient.id) {
    if (role.name.startsWith("query-")) return true;
    if (role.name === "realm-admin") return power.isServerAdmin;
    return power.hasOneOf(...(grantedBy.get(role.name) ?? []));
  }
  return realm.name !== "master" || role.isClientRole;
}

/**
 * Whether the caller, who may manage the client, may put a role into its scope.
 *
 * @see [RolePermissions.canMapClientScope](https://github.com/keycloak/keycloak/blob/main/services/src/main/java/org/keycloak/services/resources/admin/fgap/RolePermissions.java)
 */
export function mayPutIntoScope(power: Power, role: RoleState): boolean {
  return power.hasOneOf("manage-clients") && (role.isClientRole || power.canManageRealm);
}

/** Whether the caller may see a role. */
export function maySee(power: Power, role: RoleState): boolean {
  return role.isClientRole ? power.canViewClients : power.canViewRealm;
}
