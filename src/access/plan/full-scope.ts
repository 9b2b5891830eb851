/** A role of any container. Adding it to a scope needs both id and name. */
export interface ScopeRole {
  readonly id: string;
  readonly name: string;
}

/** Roles of the realm or of one client. */
export interface RolesOfContainer {
  /** Undefined for roles of the realm. */
  readonly clientUuid: string | undefined;
  /** The client ID; undefined for roles of the realm. */
  readonly clientId: string | undefined;
  readonly roles: readonly ScopeRole[];
}

/** What decides what a client's tokens lose without full scope. */
export interface FullScopeState {
  readonly clientUuid: string;
  readonly fullScopeAllowed: boolean;
  /** Whether tokens are issued for people, too: they may have roles that the service account doesn't have. */
  readonly peopleSignIn: boolean;
  /**
   * Roles that are mapped to the service account and to its groups: what composite roles among them include comes
   * with them. Undefined if its account isn't known.
   */
  readonly held: readonly RolesOfContainer[] | undefined;
  /** The client's scope mappings. */
  readonly inScope: readonly RolesOfContainer[];
  /** Whether the signed-in administrator may change the client. */
  readonly isManageable: boolean;
}

/** Turning full scope off for one client. */
export interface FullScopePlan {
  /** Roles that are added to its scope first. */
  readonly add: readonly RolesOfContainer[];
  /** Roles that its scope has then. */
  readonly inScope: readonly RolesOfContainer[];
  /** What its tokens lose: nothing of the service account's own. */
  readonly loses: "nothing" | "rolesOfPeople";
}

/** Why full scope isn't turned off. */
export type FullScopeObstacle =
  /** It is off. */
  | "alreadyOff"
  /** The roles of its service account aren't known: its tokens could lose them. */
  | "accountNotKnown"
  /** The signed-in administrator may not change the client. */
  | "notManageable";

const keyOf = ({ clientUuid }: RolesOfContainer) => clientUuid ?? "";

/** The roles of each container together, in the order in which they were found. */
export function mergeRoles(all: readonly RolesOfContainer[]): readonly RolesOfContainer[] {
  const merged = new Map<string, RolesOfContainer>();
  for (const part of all) {
    const known = merged.get(keyOf(part)) ?? { ...part, roles: [] };
    const roles = new Map([...known.roles, ...part.roles].map((role) => [role.id, role]));
    merged.set(keyOf(part), { ...known, roles: [...roles.values()] });
  }
  return [...merged.values()].filter(({ roles }) => roles.length > 0);
}

/** Roles without others. */
export function withoutRoles(
  all: readonly RolesOfContainer[],
  others: readonly RolesOfContainer[],
): readonly RolesOfContainer[] {
  const ids = new Set(others.flatMap(({ roles }) => roles.map(({ id }) => id)));
  return all
    .map((part) => ({ ...part, roles: part.roles.filter(({ id }) => !ids.has(id)) }))
    .filter(({ roles }) => roles.length > 0);
}

/**
 * What is done to turn full scope off for a client, so that the tokens of its service account keep all of their roles:
 * the roles that it holds are added to the client's scope. A composite role in the scope lets in what it includes, and
 * a client's own roles are always in its scope (both tried on 26.7.3).
 *
 * @see [Role scope mappings](https://www.keycloak.org/docs/latest/server_admin/#_role_scope_mappings)
 * @see [TokenManager](https://github.com/keycloak/keycloak/blob/main/services/src/main/java/org/keycloak/protocol/oidc/TokenManager.java),
 *   getAccess
 */
export function planFullScope(state: FullScopeState): FullScopePlan | FullScopeObstacle {
  const { clientUuid, fullScopeAllowed, peopleSignIn, held, inScope, isManageable } = state;
  if (!fullScopeAllowed) return "alreadyOff";
  if (held === undefined) return "accountNotKnown";
  if (!isManageable) return "notManageable";
  const ofOthers = mergeRoles(held).filter((part) => part.clientUuid !== clientUuid);
  return {
    add: withoutRoles(ofOthers, inScope),
    inScope: mergeRoles([...inScope, ...ofOthers]),
    loses: peopleSignIn ? "rolesOfPeople" : "nothing",
  };
}

/** The names of roles, those of clients with their client ID. */
export function namesOfRoles(all: readonly RolesOfContainer[]): readonly string[] {
  return all.flatMap(({ clientId, roles }) =>
    roles.map(({ name }) => (clientId === undefined ? name : `${clientId}: ${name}`)),
  );
}
