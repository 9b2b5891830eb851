import { adminClientId } from "../access/admin-client-id.ts";
import { type Role, type RoleKey, roleKey } from "../access/snapshot.ts";
import {
  type AccountClient,
  accountName,
  accountPrefix,
  type GivenRole,
  type Source,
  type Survey,
} from "../access/survey.ts";
import { adminRoles, masterRealmRoles } from "../catalog/admin-roles.ts";
import type { ExportedGroup, ExportedUser, RealmExport } from "./realm-export.ts";

const master = "master";
const suffix = "-realm";

/** A role of an export: of a client, or of the realm. */
interface ExportedRole {
  /** Undefined for a role of the realm. */
  readonly client: string | undefined;
  readonly name: string;
}

type Roles = Pick<ExportedGroup, "realmRoles" | "clientRoles">;

const rolesIn = ({ realmRoles, clientRoles }: Roles): readonly ExportedRole[] => [
  ...realmRoles.map((name) => ({ client: undefined, name })),
  ...Object.entries(clientRoles).flatMap(([client, names]) =>
    names.map((name) => ({ client, name })),
  ),
];

const keyOf = ({ client, name }: ExportedRole) => JSON.stringify([client ?? null, name]);

/** What the composite roles of a realm include, by the role. */
function compositesOf({ roles }: RealmExport): ReadonlyMap<string, readonly ExportedRole[]> {
  const listed = [
    ...roles.realm.map((role) => ({ client: undefined, ...role })),
    ...Object.entries(roles.client).flatMap(([client, list]) =>
      list.map((role) => ({ client, ...role })),
    ),
  ];
  return new Map(
    listed.map((role) => {
      const { realm = [], client = {} } = role.composites ?? {};
      return [keyOf(role), rolesIn({ realmRoles: realm, clientRoles: client })];
    }),
  );
}

/** The groups that a path leads through, since roles are inherited from those above. */
function groupsOn(
  path: string,
  groups: readonly ExportedGroup[],
  parent = "",
): readonly ExportedGroup[] {
  return groups.flatMap((group) => {
    const own = `${parent}/${group.name}`;
    const isOn = path === own || path.startsWith(`${own}/`);
    return isOn ? [group, ...groupsOn(path, group.subGroups, own)] : [];
  });
}

/** Whose roles count: those of this client, and the realm's own where `master` is administered. */
function surveyOver(exported: RealmExport, administers: string): Survey {
  const { realm, users, clients, groups, defaultRole } = exported;
  const isMaster = realm === master && administers === master;
  const adminClient = adminClientId(realm === master, administers);
  const composites = compositesOf(exported);

  const powerOf = ({ client, name }: ExportedRole): RoleKey | undefined => {
    if (client === adminClient) return roleKey({ container: "admin", name });
    const isPower = client === undefined && isMaster && masterRealmRoles.has(name);
    return isPower ? roleKey({ container: "realm", name }) : undefined;
  };
  /** The admin roles that a role comes with, itself first. */
  const powersOf = (role: ExportedRole): readonly RoleKey[] => {
    const reached = new Map<string, ExportedRole>();
    const open = [role];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (reached.has(keyOf(next))) continue;
      reached.set(keyOf(next), next);
      open.push(...(composites.get(keyOf(next)) ?? []));
    }
    return [...reached.values()].map(powerOf).filter((key) => key !== undefined);
  };
  const sourceOf = (role: ExportedRole): Source => ({
    kind:
      role.client === undefined && role.name === defaultRole?.name ? "defaultRole" : "composite",
    name: role.name,
  });
  const givenTo = (user: ExportedUser): readonly GivenRole[] => [
    ...rolesIn(user).flatMap((role) => {
      const own = powerOf(role);
      return powersOf(role).map((power) => ({
        role: power,
        source: power === own ? { kind: "mapped" as const } : sourceOf(role),
      }));
    }),
    ...user.groups.flatMap((path) =>
      groupsOn(path, groups)
        .flatMap(rolesIn)
        .flatMap(powersOf)
        .map((power) => ({ role: power, source: { kind: "group" as const, name: path } })),
    ),
  ];

  const accounts = users.flatMap((user) => {
    const owner = user.serviceAccountClientId;
    const username = owner === undefined ? user.username.toLowerCase() : accountName(owner);
    return username.startsWith(accountPrefix) ? [{ user, username }] : [];
  });
  return {
    realm,
    administers,
    isMaster,
    adminClient: { clientUuid: "", clientId: adminClient },
    roles: new Map(rolesOn(exported, adminClient, isMaster).map((role) => [roleKey(role), role])),
    users: accounts.map(({ user, username }) => ({
      userId: user.id ?? username,
      username,
      enabled: user.enabled,
    })),
    clients: new Map(
      clients
        .filter(({ serviceAccountsEnabled }) => serviceAccountsEnabled)
        .map(({ id, clientId, enabled, fullScopeAllowed }): [string, AccountClient] => [
          accountName(clientId),
          { clientUuid: id, clientId, enabled, fullScopeAllowed },
        ]),
    ),
    given: new Map(accounts.map(({ user, username }) => [user.id ?? username, givenTo(user)])),
    givenToAll: [],
    signIns: { isRecorded: undefined, lastByClientId: new Map(), isComplete: false },
    gaps: new Set(),
    progress: {
      requests: 0,
      clientsRead: clients.length,
      arePowersRead: true,
      areClientsRead: true,
    },
  };
}

/** The roles that count; a part of a realm need not name them. */
function rolesOn({ roles }: RealmExport, adminClient: string, isMaster: boolean): readonly Role[] {
  const named = roles.client[adminClient]?.map(({ name }) => name) ?? [...adminRoles.keys()];
  const ofRealm = isMaster ? [...masterRealmRoles.keys()] : [];
  return [
    ...named.map((name): Role => ({ container: "admin", name, id: name })),
    ...ofRealm.map((name): Role => ({ container: "realm", name, id: name })),
  ];
}

/**
 * Who holds what in a realm's export: a survey for each realm that its clients can administer. That is
 * the realm itself; for `master` each that has a client there.
 */
export function surveyExport(exported: RealmExport): readonly Survey[] {
  if (exported.realm !== master) return [surveyOver(exported, exported.realm)];
  const administered = [
    ...exported.clients.map(({ clientId }) => clientId),
    ...Object.keys(exported.roles.client),
    ...exported.users.flatMap(({ clientRoles }) => Object.keys(clientRoles)),
  ]
    .filter((clientId) => clientId.endsWith(suffix))
    .map((clientId) => clientId.slice(0, -suffix.length));
  return [...new Set([master, ...administered])].map((realm) => surveyOver(exported, realm));
}
