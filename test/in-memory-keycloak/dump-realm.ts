import type { ClientState, RealmState, RoleState } from "./realm-state.ts";

/** A role in a dump: the client ID or the realm's name, what it is, its name and its id. */
export type RoleInDump = readonly [
  container: string,
  kind: "client role" | "realm role",
  name: string,
  id: string,
];

/** Everything of a realm that the calls here can change or be changed by, in a fixed order. */
export interface RealmDump {
  readonly users: readonly {
    readonly username: string;
    readonly id: string;
    readonly enabled: boolean;
    readonly roles: readonly RoleInDump[];
    readonly groups: readonly string[];
  }[];
  readonly clients: readonly {
    readonly clientId: string;
    readonly id: string;
    readonly settings: ClientState["settings"];
    readonly roles: readonly RoleInDump[];
    readonly scopeMappings: readonly RoleInDump[];
    readonly defaultScopes: readonly string[];
    readonly optionalScopes: readonly string[];
  }[];
  readonly groups: readonly { readonly name: string; readonly roles: readonly RoleInDump[] }[];
  readonly realmRoles: readonly RoleInDump[];
}

const namesOf = (items: Iterable<{ readonly name: string }>) =>
  [...items].map(({ name }) => name).sort();

const byText = (a: readonly string[], b: readonly string[]) =>
  JSON.stringify(a) < JSON.stringify(b) ? -1 : 1;

/** Takes the whole state of a realm as a plain value of its own, which no later call changes. */
export function dumpRealm(realm: RealmState): RealmDump {
  const clients = [...realm.clients.values()];
  const containerNames = new Map([
    [realm.id, realm.name],
    ...clients.map(({ id, settings }) => [id, settings.clientId] as const),
  ]);
  const rolesOf = (roles: Iterable<RoleState>) =>
    [...roles]
      .map(({ containerId, isClientRole, name, id }): RoleInDump => {
        const kind = isClientRole ? "client role" : "realm role";
        return [containerNames.get(containerId) ?? containerId, kind, name, id];
      })
      .sort(byText);
  return {
    users: [...realm.users.values()]
      .map(({ username, id, enabled, roles, groups }) => ({
        username,
        id,
        enabled,
        roles: rolesOf(roles),
        groups: namesOf(groups),
      }))
      .sort((a, b) => byText([a.username], [b.username])),
    clients: clients
      .map((client) => ({
        clientId: client.settings.clientId,
        id: client.id,
        settings: structuredClone(client.settings),
        roles: rolesOf(client.roles),
        scopeMappings: rolesOf(client.scopeMappings),
        defaultScopes: namesOf(client.defaultScopes),
        optionalScopes: namesOf(client.optionalScopes),
      }))
      .sort((a, b) => byText([a.clientId], [b.clientId])),
    groups: [...realm.groups.values()]
      .map(({ name, roles }) => ({ name, roles: rolesOf(roles) }))
      .sort((a, b) => byText([a.name], [b.name])),
    realmRoles: rolesOf(realm.roles),
  };
}
