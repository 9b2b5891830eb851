import type MappingsRepresentation from "@keycloak/keycloak-admin-client/lib/defs/mappingsRepresentation.js";
import type { GrantKey } from "../../src/access/model/grant.ts";
import { factsOfEnds } from "./ends/facts-of-ends.ts";
import { orGone } from "./or-gone.ts";
import { type RealmExport, readRealmExport } from "./realm-export.ts";
import type { Scene } from "./scene.ts";

/** Everything that a realm holds of role mappings, scopes and clients, as the server tells it. */
export interface Facts {
  /** One line for each mapping, scope mapping, client scope and setting; roles stand by their id. */
  readonly held: ReadonlySet<string>;
  /** Ids of the roles there are, by `admin:name` or `realm:name`. */
  readonly roleIds: ReadonlyMap<string, string>;
  readonly clientScopes: ReadonlySet<string>;
}

const nothing: Facts = { held: new Set(), roleIds: new Map(), clientScopes: new Set() };

/**
 * Reads all role mappings of all accounts, all scope mappings, client scopes and settings of all
 * clients from the server's own export and lists, with none of the product's code. A realm that is gone
 * holds nothing.
 */
export async function readFacts(scene: Scene): Promise<Facts> {
  const [exported, ofUsers, ofEnds, secret] = await Promise.all([
    readRealmExport(scene),
    factsOfUsers(scene),
    factsOfEnds(scene),
    // The export hides it.
    orGone(scene.api.get<{ value?: string }>(`${scene.clientPath}/client-secret`)),
  ]);
  if (exported === undefined) return nothing;
  const ofSecret = secret?.value === undefined ? [] : [`${scene.clientId}: secret ${secret.value}`];
  return {
    held: new Set([...factsIn(exported, scene), ...ofUsers, ...ofEnds, ...ofSecret]),
    roleIds: roleIdsIn(exported, scene),
    clientScopes: new Set(exported.clientScopes.map(({ name }) => name)),
  };
}

/** The fact of a grant; undefined if the role doesn't exist. */
export function factOf(key: GrantKey, { clientId }: Scene, facts: Facts): string | undefined {
  if (key === "account") return `${clientId}: account`;
  const [place = "", ...rest] = key.split(":");
  const name = rest.join(":");
  if (place === "clientScope") return `${clientId}: default ${name}`;
  const id = facts.roleIds.get(name);
  return id === undefined ? undefined : `${clientId}: ${place} ${id}`;
}

/** Other cases run in the same realm at the same time, and each looks after its own client. */
function isWatched(clientId: string, scene: Scene): boolean {
  if (clientId === scene.clientId || clientId === scene.adminClientId) return true;
  // Realms come and go with other cases, and each has a client in master.
  return !/^(case|faults)-/.test(clientId) && !(scene.isMaster && clientId.endsWith("-realm"));
}

function factsIn(exported: RealmExport, scene: Scene): readonly string[] {
  const { clients, roles, users = [], scopeMappings = [], clientScopeMappings = {} } = exported;
  const idOf = (container: string | undefined, name: string) => {
    const inContainer = container === undefined ? roles.realm : (roles.client[container] ?? []);
    return inContainer.find((role) => role.name === name)?.id ?? `${container} ${name}`;
  };
  const lines: (readonly [clientId: string, line: string])[] = [];
  for (const client of clients) {
    const { clientId, defaultClientScopes = [], optionalClientScopes = [], ...settings } = client;
    const { protocolMappers: _, secret: __, ...plain } = settings;
    for (const [name, value] of Object.entries(plain)) {
      lines.push([clientId, `setting ${name} ${JSON.stringify(value)}`]);
    }
    for (const name of defaultClientScopes) lines.push([clientId, `default ${name}`]);
    for (const name of optionalClientScopes) lines.push([clientId, `optional ${name}`]);
  }
  const containers = [[undefined, scopeMappings] as const, ...Object.entries(clientScopeMappings)];
  for (const [container, mappings] of containers) {
    for (const { client = "", roles: names } of mappings) {
      for (const name of names) lines.push([client, `scope ${idOf(container, name)}`]);
    }
  }
  for (const { serviceAccountClientId: clientId, realmRoles = [], clientRoles = {} } of users) {
    lines.push([clientId, "account"]);
    for (const name of realmRoles) lines.push([clientId, `mapping ${idOf(undefined, name)}`]);
    for (const [container, names] of Object.entries(clientRoles)) {
      for (const name of names) lines.push([clientId, `mapping ${idOf(container, name)}`]);
    }
  }
  return lines
    .filter(([clientId]) => isWatched(clientId, scene))
    .map(([clientId, line]) => `${clientId}: ${line}`);
}

function roleIdsIn({ roles }: RealmExport, scene: Scene): ReadonlyMap<string, string> {
  const ofAdmin = roles.client[scene.adminClientId] ?? [];
  return new Map([
    ...ofAdmin.map(({ id, name }) => [`admin:${name}`, id] as const),
    ...(scene.isMaster ? roles.realm : []).map(({ id, name }) => [`realm:${name}`, id] as const),
  ]);
}

/** The export names service accounts only. */
async function factsOfUsers({ api, realmPath, userIds }: Scene): Promise<readonly string[]> {
  const facts = userIds.map(async (userId) => {
    const path = `${realmPath}/users/${userId}/role-mappings`;
    const mapped = await orGone(api.get<MappingsRepresentation>(path));
    const { realmMappings = [], clientMappings = {} } = mapped ?? {};
    const ofClients = Object.values(clientMappings).flatMap(({ mappings }) => mappings);
    return [...realmMappings, ...ofClients].map((role) => `user ${userId}: mapping ${role.id}`);
  });
  return (await Promise.all(facts)).flat();
}
