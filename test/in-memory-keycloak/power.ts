import { rolesBelowRealmAdmin } from "./built-in-roles.ts";
import { effectiveRoles } from "./effective-roles.ts";
import type { ClientState, RealmState, RoleState, UserState } from "./realm-state.ts";

/**
 * What a caller may do in a realm. It follows from what the caller holds now, not from what the
 * token says: a role that is taken away counts at once.
 *
 * @see [MgmtPermissions](https://github.com/keycloak/keycloak/blob/main/services/src/main/java/org/keycloak/services/resources/admin/fgap/MgmtPermissions.java)
 */
export interface Power {
  /** Whether the caller holds one of these admin roles of the realm. */
  readonly hasOneOf: (...names: readonly string[]) => boolean;
  /** The names of the admin roles of the realm that the caller holds. */
  readonly names: readonly string[];
  /** Whether the caller holds this very role. */
  readonly holds: (role: RoleState) => boolean;
  /** Whether the caller is an administrator of the whole server. */
  readonly isServerAdmin: boolean;
  readonly canViewClients: boolean;
  readonly canQueryClients: boolean;
  /** The client that carries the admin roles can't be changed by anybody (26.7). */
  readonly canManage: (client: ClientState) => boolean;
  readonly canViewUsers: boolean;
  readonly canQueryUsers: boolean;
  readonly canManageUsers: boolean;
  readonly canQueryGroups: boolean;
  readonly canViewRealm: boolean;
  readonly canManageRealm: boolean;
}

/** The power of a user, who may be of this realm or of `master`, in a realm. */
export function powerIn(realm: RealmState, caller: UserState, callersRealm: RealmState): Power {
  const held = effectiveRoles(caller);
  const isServerAdmin =
    callersRealm.name === "master" &&
    [...held].some(({ name, isClientRole }) => name === "admin" && !isClientRole);
  const names = new Set(
    [...held]
      .filter(({ containerId }) => containerId === realm.adminClient.id)
      .map(({ name }) => name),
  );
  if (isServerAdmin) for (const name of rolesBelowRealmAdmin.keys()) names.add(name);
  const hasOneOf: Power["hasOneOf"] = (...wanted) => wanted.some((name) => names.has(name));
  const canViewClients = hasOneOf("view-clients", "manage-clients");
  const canViewUsers = hasOneOf("view-users", "manage-users");
  return {
    hasOneOf,
    names: [...names],
    holds: (role) => held.has(role),
    isServerAdmin,
    canViewClients,
    canQueryClients: canViewClients || hasOneOf("query-clients"),
    canManage: (client) => hasOneOf("manage-clients") && client !== realm.adminClient,
    canViewUsers,
    canQueryUsers: canViewUsers || hasOneOf("query-users"),
    canManageUsers: hasOneOf("manage-users"),
    canQueryGroups: canViewUsers || hasOneOf("query-groups"),
    canViewRealm: hasOneOf("view-realm", "manage-realm"),
    canManageRealm: hasOneOf("manage-realm"),
  };
}
