import type { ExportedGroup, RealmExport } from "./realm-export.ts";

const master = "master";
const suffix = "-realm";

/** All groups, those below others included. */
const allGroups = (groups: readonly ExportedGroup[]): readonly ExportedGroup[] =>
  groups.flatMap((group) => [group, ...allGroups(group.subGroups)]);

/**
 * The realms that the clients of a realm can administer: the realm itself, and for `master` each realm
 * that has a client there. That client need not be in the file: it is enough that a role of it is named.
 */
export function administeredRealms({
  realm,
  clients,
  roles,
  users,
  groups,
}: RealmExport): readonly string[] {
  if (realm !== master) return [realm];
  const allRoles = [...roles.realm, ...Object.values(roles.client).flat()];
  const clientIds = [
    ...clients.map(({ clientId }) => clientId),
    ...Object.keys(roles.client),
    ...[...users, ...allGroups(groups)].flatMap(({ clientRoles }) => Object.keys(clientRoles)),
    ...allRoles.flatMap(({ composites }) => Object.keys(composites?.client ?? {})),
  ];
  const others = clientIds
    .filter((clientId) => clientId.endsWith(suffix))
    .map((clientId) => clientId.slice(0, -suffix.length));
  return [...new Set([master, ...others])];
}
