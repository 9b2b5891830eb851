import { adminClientId } from "../../access/model/admin-client-id.ts";
import { type Composites, stockComposites } from "../../access/model/resolve-roles.ts";
import { type Role, type RoleKey, roleKey } from "../../access/model/snapshot.ts";
import { unknownSignIns } from "../../access/survey/sign-ins.ts";
import {
  clientsByAccountName,
  type GivenRole,
  type Source,
  type Survey,
} from "../../access/survey/survey.ts";
import { adminRoles, masterRealmRoles } from "../../catalog/roles/admin-roles.ts";
import { administeredRealms } from "./administered-realms.ts";
import { type CompositeRoles, compositeRolesOf, withIncludedRoles } from "./composite-roles.ts";
import { exportedAccounts } from "./exported-accounts.ts";
import { assignedRoles, type ExportedRole } from "./exported-role.ts";
import { groupsOnPath } from "./groups-on-path.ts";
import type { ExportedUser, RealmExport } from "./realm-export.ts";

const master = "master";

/** The realm whose admin roles count. */
interface Administered {
  readonly isMaster: boolean;
  /** Client ID of the client that carries its admin roles. */
  readonly adminClient: string;
}

/** The key of a role that counts: one of the admin client, or a realm role where that is `master`. */
function powerOf(
  { client, name }: ExportedRole,
  { isMaster, adminClient }: Administered,
): RoleKey | undefined {
  if (client === adminClient) return roleKey({ container: "admin", name });
  const isPower = client === undefined && isMaster && masterRealmRoles.has(name);
  return isPower ? roleKey({ container: "realm", name }) : undefined;
}

/** The roles that count among those assigned to a user, or inherited from its groups, with their sources. */
function givenTo(
  user: ExportedUser,
  { defaultRole, groups }: RealmExport,
  composites: CompositeRoles,
  administered: Administered,
): readonly GivenRole[] {
  const powersOf = (role: ExportedRole) =>
    withIncludedRoles(role, composites)
      .map((included) => powerOf(included, administered))
      .filter((key) => key !== undefined);
  const sourceOf = ({ client, name }: ExportedRole): Source => ({
    kind: client === undefined && name === defaultRole?.name ? "defaultRole" : "composite",
    name,
  });
  return [
    ...assignedRoles(user).flatMap((role) => {
      const own = powerOf(role, administered);
      return powersOf(role).map((power) => ({
        role: power,
        source: power === own ? { kind: "mapped" as const } : sourceOf(role),
      }));
    }),
    ...user.groups.flatMap((path) =>
      groupsOnPath(path, groups)
        .flatMap(assignedRoles)
        .flatMap(powersOf)
        .map((power) => ({ role: power, source: { kind: "group" as const, name: path } })),
    ),
  ];
}

/** The roles that count; a part of a realm need not name them. */
function rolesOn({ roles }: RealmExport, { adminClient, isMaster }: Administered): readonly Role[] {
  const listed = roles.client[adminClient]?.map(({ name }) => name) ?? [];
  const named = new Set([...adminRoles.keys(), ...listed]);
  const ofRealm = isMaster ? [...masterRealmRoles.keys()] : [];
  return [
    ...[...named].map((name): Role => ({ container: "admin", name, id: name })),
    ...ofRealm.map((name): Role => ({ container: "realm", name, id: name })),
  ];
}

/** What the admin roles include: what the file says of them, and what they ship with where it names nothing. */
function compositesIn(composites: CompositeRoles, administered: Administered): Composites<RoleKey> {
  const told = [...adminRoles.keys()].flatMap((name): [RoleKey, readonly RoleKey[]][] => {
    const role = { client: administered.adminClient, name };
    const [, ...parts] = withIncludedRoles(role, composites);
    if (parts.length === 0) return [];
    const keys = parts
      .map((part) => powerOf(part, administered))
      .filter((key) => key !== undefined);
    return [[roleKey({ container: "admin", name }), keys]];
  });
  return new Map([...stockComposites, ...told]);
}

/**
 * Surveys who holds what in a realm's export, without a server: a survey for each realm that its
 * clients can administer. Usernames stand for the users' ids, and nothing is known of sign-ins.
 */
export function surveyRealmExport(exported: RealmExport): readonly Survey[] {
  const { realm, clients } = exported;
  const composites = compositeRolesOf(exported);
  const accounts = [...exportedAccounts(exported)];
  const users = accounts.map(([username, entries]) => ({
    userId: username,
    username,
    enabled: entries.some(({ enabled }) => enabled),
    createdAt: undefined,
    clientId: entries.find((it) => it.serviceAccountClientId !== undefined)?.serviceAccountClientId,
  }));
  const accountClients = clientsByAccountName(
    clients.map(({ id, clientId, enabled, fullScopeAllowed, ...client }) => ({
      ...{ clientUuid: id, clientId, enabled, fullScopeAllowed, secretCreatedAt: undefined },
      isOn: client.serviceAccountsEnabled && !client.publicClient && !client.bearerOnly,
    })),
  );
  return administeredRealms(exported).map((administers): Survey => {
    const isMaster = administers === master;
    const adminClient = adminClientId(realm === master, administers);
    const administered = { isMaster, adminClient };
    const given = (user: ExportedUser) => givenTo(user, exported, composites, administered);
    return {
      realm,
      administers,
      isMaster,
      adminClient: { clientUuid: "", clientId: adminClient, authorizationServicesEnabled: false },
      roles: new Map(rolesOn(exported, administered).map((role) => [roleKey(role), role])),
      composites: compositesIn(composites, administered),
      users,
      people: new Set(),
      clients: accountClients,
      clientsByUserId: new Map(),
      given: new Map(accounts.map(([username, entries]) => [username, entries.flatMap(given)])),
      givenToAll: [],
      signIns: unknownSignIns,
      finePermissions: undefined,
      gaps: new Set(),
      progress: {
        requests: 0,
        clientsRead: clients.length,
        arePowersRead: true,
        areClientsRead: true,
      },
    };
  });
}
