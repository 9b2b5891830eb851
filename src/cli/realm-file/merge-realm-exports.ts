import { withPermissionsClient } from "./permissions-client.ts";
import type { RealmExport } from "./realm-export.ts";

function mergeByClient<Part>(
  ...parts: readonly ReadonlyMap<string, readonly Part[]>[]
): Map<string, Part[]> {
  const byClient = new Map<string, Part[]>();
  for (const [client, items] of parts.flatMap((part) => [...part])) {
    byClient.set(client, [...(byClient.get(client) ?? []), ...items]);
  }
  return byClient;
}

const merge = (first: RealmExport, second: RealmExport): RealmExport => ({
  realm: first.realm,
  defaultRole: first.defaultRole ?? second.defaultRole,
  roles: {
    realm: [...first.roles.realm, ...second.roles.realm],
    client: mergeByClient(first.roles.client, second.roles.client),
  },
  partsOfDefault: {
    realmRoles: [...first.partsOfDefault.realmRoles, ...second.partsOfDefault.realmRoles],
    clientRoles: mergeByClient(first.partsOfDefault.clientRoles, second.partsOfDefault.clientRoles),
  },
  organizationGroups: [...first.organizationGroups, ...second.organizationGroups],
  organizationMembers: [...first.organizationMembers, ...second.organizationMembers],
  clientScopes: [...first.clientScopes, ...second.clientScopes],
  givenScopes: [...first.givenScopes, ...second.givenScopes],
  givenDefaultScopes: [...first.givenDefaultScopes, ...second.givenDefaultScopes],
  themes: {
    login: first.themes.login ?? second.themes.login,
    account: first.themes.account ?? second.themes.account,
    admin: first.themes.admin ?? second.themes.admin,
    email: first.themes.email ?? second.themes.email,
  },
  hasPermissions: first.hasPermissions || second.hasPermissions,
  permissionsClient: first.permissionsClient ?? second.permissionsClient,
  defaultGroups: [...first.defaultGroups, ...second.defaultGroups],
  clients: [...first.clients, ...second.clients],
  users: [...first.users, ...second.users],
  groups: [...first.groups, ...second.groups],
});

/** Merges the parts of each realm, because Keycloak can export users into separate files. */
export function mergeRealmExports(parts: readonly RealmExport[]): readonly RealmExport[] {
  const byRealm = new Map<string, RealmExport>();
  for (const part of parts) {
    const known = byRealm.get(part.realm);
    byRealm.set(part.realm, known === undefined ? part : merge(known, part));
  }
  return [...byRealm.values()].map(({ clients, ...merged }) => ({
    ...merged,
    clients: [...withPermissionsClient(clients, merged.permissionsClient, merged.hasPermissions)],
  }));
}
