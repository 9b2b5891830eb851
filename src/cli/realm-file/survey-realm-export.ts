import { adminClientId } from "../../access/model/admin-client-id.ts";
import { type Role, type RoleKey, roleKey } from "../../access/model/snapshot.ts";
import {
  type AccountClient,
  accountName,
  accountPrefix,
  type GivenRole,
  type Source,
  type Survey,
} from "../../access/survey/survey.ts";
import { adminRoles, masterRealmRoles } from "../../catalog/roles/admin-roles.ts";
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
  const composites = new Map<string, readonly ExportedRole[]>();
  for (const role of listed) {
    const { realm = [], client = {} } = role.composites ?? {};
    const included = rolesIn({ realmRoles: realm, clientRoles: client });
    composites.set(keyOf(role), [...(composites.get(keyOf(role)) ?? []), ...included]);
  }
  return composites;
}

/** The groups that a path leads through, since roles are inherited from those above. */
function groupsOn(
  path: string,
  groups: readonly ExportedGroup[],
  parent = "",
): readonly ExportedGroup[] {
  // Keycloak takes paths without the slashes at their ends too.
  const wholePath = `/${path.replace(/^\/|\/$/g, "")}`;
  return groups.flatMap((group) => {
    // A slash in a name is written with a tilde before it.
    const own = `${parent}/${group.name.replaceAll("/", "~/")}`;
    const isOn = wholePath === own || wholePath.startsWith(`${own}/`);
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

  const withAccount = clients.filter(({ serviceAccountsEnabled }) => serviceAccountsEnabled);
  // Files may tell of an account in several places.
  const accounts = new Map<string, readonly ExportedUser[]>();
  for (const user of users) {
    const owner = user.serviceAccountClientId;
    const username = owner === undefined ? user.username.toLowerCase() : accountName(owner);
    if (!username.startsWith(accountPrefix)) continue;
    accounts.set(username, [...(accounts.get(username) ?? []), user]);
  }
  for (const { clientId } of withAccount) {
    const username = accountName(clientId);
    if (!accounts.has(username)) accounts.set(username, [newAccount(exported)]);
  }
  return {
    realm,
    administers,
    isMaster,
    adminClient: { clientUuid: "", clientId: adminClient },
    roles: new Map(rolesOn(exported, adminClient, isMaster).map((role) => [roleKey(role), role])),
    users: [...accounts].map(([username, entries]) => ({
      userId: username,
      username,
      enabled: entries.some(({ enabled }) => enabled),
    })),
    clients: new Map(
      withAccount.map(({ id, clientId, enabled, fullScopeAllowed }): [string, AccountClient] => [
        accountName(clientId),
        { clientUuid: id, clientId, enabled, fullScopeAllowed },
      ]),
    ),
    given: new Map(
      [...accounts].map(([username, entries]) => [username, entries.flatMap(givenTo)]),
    ),
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

/** What Keycloak gives an account that it makes itself, where a file has the client alone. */
function newAccount({ realm, defaultRole, defaultGroups }: RealmExport): ExportedUser {
  return {
    username: "",
    enabled: true,
    realmRoles: [defaultRole?.name ?? `default-roles-${realm.toLowerCase()}`],
    clientRoles: {},
    groups: defaultGroups,
  };
}

/** All groups, those below others among them. */
const allGroups = (groups: readonly ExportedGroup[]): readonly ExportedGroup[] =>
  groups.flatMap((group) => [group, ...allGroups(group.subGroups)]);

/** The roles that count; a part of a realm need not name them. */
function rolesOn({ roles }: RealmExport, adminClient: string, isMaster: boolean): readonly Role[] {
  const listed = roles.client[adminClient]?.map(({ name }) => name) ?? [];
  const named = new Set([...adminRoles.keys(), ...listed]);
  const ofRealm = isMaster ? [...masterRealmRoles.keys()] : [];
  return [
    ...[...named].map((name): Role => ({ container: "admin", name, id: name })),
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
    ...[...exported.users, ...allGroups(exported.groups)].flatMap(({ clientRoles }) =>
      Object.keys(clientRoles),
    ),
    ...[...exported.roles.realm, ...Object.values(exported.roles.client).flat()].flatMap(
      ({ composites }) => Object.keys(composites?.client ?? {}),
    ),
  ]
    .filter((clientId) => clientId.endsWith(suffix))
    .map((clientId) => clientId.slice(0, -suffix.length));
  return [...new Set([master, ...administered])].map((realm) => surveyOver(exported, realm));
}
