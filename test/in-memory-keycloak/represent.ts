import type { Power } from "./power.ts";
import type {
  ClientScopeState,
  ClientState,
  GroupState,
  RealmState,
  RoleState,
  UserState,
} from "./realm-state.ts";

/**
 * A role as lists of roles show it.
 *
 * @see [RoleRepresentation](https://www.keycloak.org/docs-api/latest/rest-api/index.html#RoleRepresentation)
 */
export function representRole(role: RoleState) {
  return {
    id: role.id,
    name: role.name,
    ...(role.description === undefined ? {} : { description: role.description }),
    composite: role.composites.size > 0,
    clientRole: role.isClientRole,
    containerId: role.containerId,
  };
}

/** Roles as a list. */
export function representRoles(roles: Iterable<RoleState>) {
  return [...roles].map(representRole);
}

/**
 * A client, with what the caller may do to it.
 *
 * @see [ClientRepresentation](https://www.keycloak.org/docs-api/latest/rest-api/index.html#ClientRepresentation)
 */
export function representClient(client: ClientState, power: Power) {
  const { secret, ...settings } = client.settings;
  const hasSecret = secret !== undefined && !settings.publicClient && !settings.bearerOnly;
  const canManage = power.canManage(client);
  return {
    id: client.id,
    ...settings,
    ...(hasSecret ? { secret } : {}),
    defaultClientScopes: [...client.defaultScopes].map(({ name }) => name),
    optionalClientScopes: [...client.optionalScopes].map(({ name }) => name),
    access: { view: power.canViewClients, configure: canManage, manage: canManage },
  };
}

/**
 * A user, with the fields that every user has.
 *
 * @see [UserRepresentation](https://www.keycloak.org/docs-api/latest/rest-api/index.html#UserRepresentation)
 */
export function representUser({ id, username, enabled, createdTimestamp }: UserState) {
  return {
    ...{ id, username, enabled, createdTimestamp },
    ...{ emailVerified: false, totp: false, requiredActions: [] },
  };
}

/** A group, with the names from the root down to its own. */
export function representGroup(group: GroupState) {
  const { id, name, parent } = group;
  const above = parent === undefined ? {} : { parentId: parent.id };
  return { id, name, path: pathOf(group), ...above, subGroups: [] };
}

function pathOf({ name, parent }: GroupState): string {
  return `${parent === undefined ? "" : pathOf(parent)}/${name}`;
}

/** A client scope as lists show it. */
export function representScope({ id, name, protocol }: ClientScopeState) {
  return { id, name, protocol, attributes: {} };
}

/**
 * Roles by container, as the mappings of a user, a group or a scope are told.
 *
 * @see [MappingsRepresentation](https://www.keycloak.org/docs-api/latest/rest-api/index.html#MappingsRepresentation)
 */
export function representMappings(realm: RealmState, roles: readonly RoleState[]): unknown {
  const within = (containerId: string) => roles.filter((role) => role.containerId === containerId);
  const ofRealm = within(realm.id);
  const ofClients = [...realm.clients.values()].flatMap((client) => {
    const own = within(client.id);
    const { clientId } = client.settings;
    const entry = { id: client.id, client: clientId, mappings: own.map(representRole) };
    return own.length === 0 ? [] : [[clientId, entry] as const];
  });
  return {
    ...(ofRealm.length === 0 ? {} : { realmMappings: representRoles(ofRealm) }),
    ...(ofClients.length === 0 ? {} : { clientMappings: Object.fromEntries(ofClients) }),
  };
}
