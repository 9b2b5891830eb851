import type { RealmExport } from "./realm-export.ts";

const master = "master";
const suffix = "-realm";

/**
 * The realms that the clients of a realm can administer: the realm itself, and for `master` each
 * realm with a client there. The client doesn't have to be in the file: a role of it is enough.
 */
export function administeredRealms({
  realm,
  clients,
  roles,
  users,
  groups,
  organizationGroups,
}: RealmExport): readonly string[] {
  if (realm !== master) return [realm];
  const allRoles = [...roles.realm, ...[...roles.client.values()].flat()];
  const clientIds = [
    ...clients.map(({ clientId }) => clientId),
    ...roles.client.keys(),
    ...[...users, ...groups, ...organizationGroups].flatMap(({ clientRoles }) => [
      ...clientRoles.keys(),
    ]),
    ...allRoles.flatMap(({ composites }) => [...(composites?.client.keys() ?? [])]),
  ];
  const others = clientIds
    .filter((clientId) => clientId.endsWith(suffix))
    .map((clientId) => clientId.slice(0, -suffix.length));
  return [...new Set([master, ...others])];
}
