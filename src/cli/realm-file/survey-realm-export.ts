import { isServiceAccountOn } from "../../access/model/account.ts";
import { adminClientId } from "../../access/model/admin-client-id.ts";
import { type Composites, stockComposites } from "../../access/model/resolve-roles.ts";
import { type Role, type RoleKey, roleKey } from "../../access/model/snapshot.ts";
import { unknownSignIns } from "../../access/survey/sign-ins.ts";
import {
  type AccountClient,
  clientsByAccountName,
  type Survey,
} from "../../access/survey/survey.ts";
import { adminRoles, masterRealmRoles } from "../../catalog/roles/admin-roles.ts";
import type { accountHolders } from "./account-holders.ts";
import { administeredRealms } from "./administered-realms.ts";
import type { HeldBy } from "./composite-roles.ts";
import { type Administered, givenPowers, type Holdings, powersIn } from "./given-powers.ts";
import { markersIn, noOwnPresets, ownPresetsIn } from "./own-presets.ts";
import type { RealmExport } from "./realm-export.ts";

const master = "master";

/** The relevant roles; a part of a realm may not name them. */
function rolesOn({ roles }: RealmExport, { adminClient, isMaster }: Administered): readonly Role[] {
  const listed = roles.client.get(adminClient)?.map(({ name }) => name) ?? [];
  const named = new Set([...adminRoles.keys(), ...listed]);
  const ofRealm = isMaster ? [...masterRealmRoles.keys()] : [];
  return [
    ...[...named].map((name): Role => ({ container: "admin", name, id: name })),
    ...ofRealm.map((name): Role => ({ container: "realm", name, id: name })),
  ];
}

/** The roles that the server always adds to an admin role. */
function addedTo(name: string, listed: ReadonlySet<string>): readonly RoleKey[] {
  const stock = adminRoles.get(name)?.includes ?? [];
  return (name === "realm-admin" ? stock.filter((it) => !listed.has(it)) : stock).map((it) =>
    roleKey({ container: "admin", name: it }),
  );
}

/**
 * The content of the admin roles: from the file and what the server adds, or the stock content if
 * the file has none.
 *
 * @see [RealmManager](https://github.com/keycloak/keycloak/blob/main/services/src/main/java/org/keycloak/services/managers/RealmManager.java),
 *   checkRealmAdminManagementRoles, addQueryCompositeRoles
 */
function compositesIn(
  heldBy: HeldBy,
  administered: Administered,
  { roles }: RealmExport,
): Composites<RoleKey> {
  const { adminClient } = administered;
  const listed = new Set(roles.client.get(adminClient)?.map(({ name }) => name));
  const told = [...adminRoles.keys()].flatMap((name): [RoleKey, readonly RoleKey[]][] => {
    const role = { client: administered.adminClient, name };
    const held = heldBy(role);
    const own = roleKey({ container: "admin", name });
    const isComposite = held.size > 1 || held.get(role.client)?.length !== 1;
    if (!isComposite) return [];
    const parts = powersIn(held, administered).filter((key) => key !== own);
    return [[own, [...parts, ...addedTo(name, listed)]]];
  });
  return new Map([...stockComposites, ...told]);
}

/** The clients of an export in the form of a survey. */
const clientsOf = ({ clients }: RealmExport): ReadonlyMap<string, AccountClient> =>
  clientsByAccountName(
    clients.map((client) => ({
      clientUuid: client.id,
      clientId: client.clientId,
      enabled: client.enabled,
      secretCreatedAt: undefined,
      markers: markersIn(client),
      // What a scope keeps out of tokens isn't read of a file: all that is held counts.
      fullScopeAllowed: true,
      isOn: isServiceAccountOn(client) && !client.bearerOnly,
    })),
  );

/** Whether a service account has `admin` of `master`, which includes everything else. */
const holdsEverything = (all: readonly Holdings[]) =>
  all.some(({ held }) => held.get(undefined)?.includes("admin") === true);

/**
 * Surveys a realm export without a server: one survey for each realm that its clients can
 * administer. The survey of another realm contains only accounts with roles in it, and none with
 * `admin` of `master`. Usernames replace the users' ids, and sign-ins are unknown.
 */
export function surveyRealmExport(
  exported: RealmExport,
  found: ReturnType<typeof accountHolders>,
): readonly Survey[] {
  const { realm } = exported;
  const { holders, heldBy } = found;
  const clients = clientsOf(exported);
  const accounts = holders.map(({ username, entries, clientId, holdings }) => ({
    user: {
      userId: username,
      username,
      enabled: entries.some(({ enabled }) => enabled),
      createdAt: undefined,
      clientId,
    },
    holdings,
  }));
  const others = accounts.filter(({ holdings }) => realm !== master || !holdsEverything(holdings));
  return administeredRealms(exported).map((administers): Survey => {
    const isMaster = administers === master;
    const isOwn = administers === realm;
    const adminClient = adminClientId(realm === master, administers);
    const own = isOwn
      ? ownPresetsIn(exported.clients, { adminClientId: adminClient, isInMaster: isMaster })
      : noOwnPresets;
    const administered = { isMaster, adminClient, ofPresets: own.keys };
    const roles = [
      ...rolesOn(exported, administered),
      ...own.otherRoles.map((role): Role => ({ ...role, id: role.name })),
    ];
    const surveyed = (isOwn ? accounts : others)
      .map(({ user, holdings }) => ({ user, given: givenPowers(holdings, administered) }))
      .filter(({ given }) => isOwn || given.length > 0);
    const clientOf = ({ user }: (typeof surveyed)[number]): [string, AccountClient][] => {
      const client = clients.get(user.username);
      return client === undefined ? [] : [[user.username, client]];
    };
    return {
      realm,
      administers,
      isMaster,
      adminClient: { clientUuid: "", clientId: adminClient, authorizationServicesEnabled: false },
      roles: new Map(roles.map((role) => [roleKey(role), role])),
      ownPresets: own.presets,
      composites: compositesIn(heldBy, administered, exported),
      users: surveyed.map(({ user }) => user),
      people: new Set(),
      clients: isOwn ? clients : new Map(surveyed.flatMap(clientOf)),
      clientsByUserId: new Map(),
      given: new Map(surveyed.map(({ user, given }) => [user.userId, given])),
      givenToAll: [],
      signIns: unknownSignIns,
      finePermissions: undefined,
      gaps: new Set(),
      progress: {
        requests: 0,
        clientsRead: exported.clients.length,
        arePowersRead: true,
        areClientsRead: true,
      },
    };
  });
}
