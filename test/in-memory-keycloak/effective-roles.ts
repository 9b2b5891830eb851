import type { ClientState, GroupState, RealmState, RoleState, UserState } from "./realm-state.ts";

/**
 * The roles, and all that come with them as composites.
 *
 * @see [RoleUtils.expandCompositeRoles](https://github.com/keycloak/keycloak/blob/main/server-spi-private/src/main/java/org/keycloak/models/utils/RoleUtils.java)
 */
export function withComposites(roles: Iterable<RoleState>): ReadonlySet<RoleState> {
  const found = new Set<RoleState>(roles);
  // A set's iteration reaches what is added to it meanwhile, and each role once.
  for (const role of found) {
    for (const included of role.composites) found.add(included);
  }
  return found;
}

/** What a user holds: mapped, through groups and their parents, and through composites of these. */
export function effectiveRoles({
  roles,
  groups,
}: Pick<UserState, "roles" | "groups">): ReadonlySet<RoleState> {
  const direct = new Set(roles);
  for (const member of groups) {
    for (let group: GroupState | undefined = member; group !== undefined; group = group.parent) {
      for (const role of group.roles) direct.add(role);
    }
  }
  return withComposites(direct);
}

/**
 * The roles that a client may have in its tokens while full scope is off: its own, its scope mappings,
 * and those of its client scopes.
 *
 * @param requested names of optional client scopes that are asked for
 * @see [TokenManager.getRequestedClientScopes](https://github.com/keycloak/keycloak/blob/main/services/src/main/java/org/keycloak/protocol/oidc/TokenManager.java)
 */
export function rolesInScope(
  client: ClientState,
  requested: readonly string[],
): ReadonlySet<RoleState> {
  const optional = [...client.optionalScopes].filter(({ name }) => requested.includes(name));
  const scopes = [...client.defaultScopes, ...optional];
  return withComposites([
    ...client.roles,
    ...client.scopeMappings,
    ...scopes.flatMap(({ scopeMappings }) => [...scopeMappings]),
  ]);
}

/** Takes a role out of everything that may hold it, as deleting it does. */
export function forgetRole(realm: RealmState, role: RoleState): void {
  const { users, groups, clientScopes, clients, roles } = realm;
  for (const holder of [...users.values(), ...groups.values()]) holder.roles.delete(role);
  for (const holder of [...clientScopes.values(), ...clients.values()]) {
    holder.scopeMappings.delete(role);
  }
  for (const container of [{ roles }, ...clients.values()]) {
    container.roles.delete(role);
    for (const other of container.roles) other.composites.delete(role);
  }
}
