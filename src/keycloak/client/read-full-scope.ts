import { Groups } from "@keycloak/keycloak-admin-client/lib/resources/groups.js";
import { isServiceAccountOn } from "../../access/model/account.ts";
import type { ClientSettings } from "../../access/model/snapshot.ts";
import {
  type FullScopeState,
  mergeRoles,
  type RolesOfContainer,
} from "../../access/plan/full-scope.ts";
import type { AdminApi } from "../api/admin-api.ts";
import { attributesOf } from "../api/attributes-of.ts";
import { mappingsIn } from "../api/mappings-in.ts";
import { fieldsOf, parseClient, parseRoles } from "../api/parse-answers.ts";
import { readLinkedAccount } from "./find-account.ts";
import { listGroupsOfUser } from "./list-groups-of-user.ts";
import { readOwnRoles } from "./read-own-roles.ts";
import { readRealmFacts } from "./read-realm-facts.ts";

/** A client, and what its tokens would lose without full scope. */
export interface ReadFullScope extends FullScopeState {
  readonly client: ClientSettings;
}

/** A client, and its service-account user as a survey found it; empty if none was found. */
export interface FullScopeSubject {
  readonly clientUuid: string;
  readonly userId: string;
}

/** Reads what decides what clients of a realm lose without full scope. */
export type ReadFullScopeOf = (subject: FullScopeSubject) => Promise<ReadFullScope>;

type ReadGroupRoles = (id: string) => Promise<readonly RolesOfContainer[]>;

/** The attributes that turn on ways to get tokens for people, besides the switches of the client. */
const waysOfPeople = [
  "oauth2.device.authorization.grant.enabled",
  "oidc.ciba.grant.enabled",
  "standard.token.exchange.enabled",
  "oauth2.jwt.authorization.grant.enabled",
];

/**
 * Whether the client can get tokens for people. What the server doesn't say counts as on.
 *
 * @see [OIDCConfigAttributes](https://github.com/keycloak/keycloak/blob/main/server-spi-private/src/main/java/org/keycloak/protocol/oidc/OIDCConfigAttributes.java)
 */
function doPeopleSignIn(answer: unknown): boolean {
  const fields = fieldsOf(answer);
  if (fields.get("protocol") !== "openid-connect") return true;
  const attributes = attributesOf(fields);
  return (
    ["standardFlowEnabled", "implicitFlowEnabled", "directAccessGrantsEnabled"].some(
      (name) => fields.get(name) !== false,
    ) || waysOfPeople.some((name) => attributes.get(name) === "true")
  );
}

/** All roles in an answer with mappings, by container. */
function parseMappings(answer: unknown): readonly RolesOfContainer[] {
  return mergeRoles(
    mappingsIn(answer).map((part) => ({
      ...part,
      roles: parseRoles("realm", part.roles).map(({ id, name }) => ({ id, name })),
    })),
  );
}

/** Reads the roles of groups of a realm; each group is asked once. */
function createReadGroupRoles(api: AdminApi): ReadGroupRoles {
  const groups = new Groups(api.connection);
  const known = new Map<string, Promise<readonly RolesOfContainer[]>>();
  return (id) => {
    const read =
      known.get(id) ??
      api.call("readMappings", async () => parseMappings(await groups.listRoleMappings({ id })));
    known.set(id, read);
    return read;
  };
}

/** The roles mapped to a user, and to its groups and those above them. */
async function readHeld(
  api: AdminApi,
  userId: string,
  readGroupRoles: ReadGroupRoles,
): Promise<readonly RolesOfContainer[]> {
  const [own, groups] = await Promise.all([
    api.call("readMappings", async () =>
      parseMappings(await api.users.listRoleMappings({ id: userId })),
    ),
    listGroupsOfUser(api, "readMappings", userId),
  ]);
  const ofGroups = await Promise.all(
    [...groups.direct, ...groups.above].map(({ id }) => readGroupRoles(id)),
  );
  return mergeRoles([...own, ...ofGroups.flat()]);
}

/**
 * The roles of the client's service account. A client without one holds nothing; where it isn't certain which user is
 * the client's, asking could create one.
 *
 * @param userId the user that has the usual name, or that the client is linked to; empty if none is known
 */
async function readHeldBy(
  api: AdminApi,
  client: ClientSettings,
  userId: string,
  readGroupRoles: ReadGroupRoles,
): Promise<FullScopeState["held"]> {
  if (!isServiceAccountOn(client) || client.bearerOnly) return [];
  if (userId === "") return undefined;
  const account = await readLinkedAccount(api, client, {
    kind: "found",
    userId,
    enabled: undefined,
  });
  return account.kind === "found" ? readHeld(api, account.userId, readGroupRoles) : undefined;
}

/**
 * Whether the signed-in administrator sees all roles: the server leaves out those of the realm and of clients that
 * they can't see, and says nothing of it.
 *
 * @param loginRealm the realm that they signed in to; undefined for one who is known to see all clients
 */
async function seesAllRoles(api: AdminApi, loginRealm: string | undefined): Promise<boolean> {
  const [realm, own] = await Promise.all([
    readRealmFacts(api),
    loginRealm === undefined ? undefined : readOwnRoles(api, loginRealm).catch(() => new Set()),
  ]);
  const seesClients =
    own === undefined || ["view-clients", "manage-clients"].some((name) => own.has(name));
  return realm.isWhole && seesClients;
}

/**
 * Reads clients of a realm, and what their tokens would lose without full scope: five requests for each, and one or two
 * for each group that a service account is in.
 *
 * @param loginRealm the realm that the administrator signed in to; undefined for one who is known to see all clients
 * @returns a function that throws AdminApiError when a request fails
 */
export function createReadFullScope(
  api: AdminApi,
  loginRealm: string | undefined,
): ReadFullScopeOf {
  const readGroupRoles = createReadGroupRoles(api);
  let seesAll: Promise<boolean> | undefined;
  return async ({ clientUuid, userId }) => {
    seesAll ??= seesAllRoles(api, loginRealm);
    const query = { id: clientUuid };
    const { client, peopleSignIn } = await api.call("readClient", async () => {
      const answer = await api.clients.findOne(query);
      return { client: parseClient(answer), peopleSignIn: doPeopleSignIn(answer) };
    });
    const [inScope, held, isAllSeen] = await Promise.all([
      readScopeMappings(api, clientUuid),
      readHeldBy(api, client, userId, readGroupRoles),
      seesAll,
    ]);
    const { fullScopeAllowed, isManageable } = client;
    return {
      ...{ client, clientUuid, fullScopeAllowed, peopleSignIn, inScope, isManageable },
      held: isAllSeen ? held : undefined,
    };
  };
}

/**
 * Reads the roles that were added to a client's scope.
 *
 * @throws AdminApiError when the request fails
 * @see [Scope mappings](https://www.keycloak.org/docs-api/latest/rest-api/index.html#_scope_mappings)
 */
export async function readScopeMappings(
  api: AdminApi,
  clientUuid: string,
): Promise<readonly RolesOfContainer[]> {
  return api.call("readScope", async () =>
    parseMappings(await api.clients.listScopeMappings({ id: clientUuid })),
  );
}
