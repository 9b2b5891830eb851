import { type AdminCall, type AdminCalls, Created } from "./admin-call.ts";
import { deleteClient } from "./delete-client.ts";
import { clientOf, requirePower } from "./find-parts.ts";
import { giveSecret, makeClient } from "./make-client.ts";
import { maySee } from "./may-grant.ts";
import { pageOf, searchedRoles } from "./page-of.ts";
import { parseDefaultScopes, parseId, parseSettings } from "./parse-body.ts";
import { allRoles } from "./realm-state.ts";
import { notFound, Refusal } from "./refusal.ts";
import { representClient, representRole, representRoles, representUser } from "./represent.ts";
import {
  addServiceAccount,
  removeServiceAccount,
  renameServiceAccount,
  serviceAccountOf,
} from "./service-account.ts";

function getClient(call: AdminCall): unknown {
  const client = clientOf(call);
  requirePower(call.power.canViewClients);
  return representClient(client, call.power);
}

/** A page of clients by their client ID, or a part of it where it is a search. */
function findClients({ realm, power, query }: AdminCall): unknown {
  requirePower(power.canQueryClients);
  // Who may only search finds nothing without a permission for each client.
  if (!power.canViewClients) return [];
  const wanted = query.get("clientId") ?? "";
  const isSearch = query.get("search") === "true";
  const matches = (clientId: string) =>
    isSearch ? clientId.toLowerCase().includes(wanted.toLowerCase()) : clientId === wanted;
  const found = [...realm.clients.values()]
    .filter(({ settings }) => wanted === "" || matches(settings.clientId))
    .sort((a, b) => (a.settings.clientId < b.settings.clientId ? -1 : 1));
  return pageOf(found, query).map((client) => representClient(client, power));
}

/** The new client has the UUID that the request names, where it names one. */
function createClient({ realm, power, body, newId }: AdminCall): unknown {
  requirePower(power.hasOneOf("manage-clients"));
  const { clientId, ...settings } = parseSettings(body);
  if (clientId === undefined) throw new Error("No client is made here without an ID.");
  const isTaken = [...realm.clients.values()].some((it) => it.settings.clientId === clientId);
  if (isTaken) {
    throw new Refusal(409, `Client ${clientId} already exists`, undefined, "errorMessage");
  }
  const chosen = { ...parseId(body), ...parseDefaultScopes(body) };
  return new Created(makeClient(newId, realm, { ...settings, clientId, ...chosen }).id);
}

function removeClient(call: AdminCall): unknown {
  const client = clientOf(call);
  requirePower(call.power.canManage(client));
  deleteClient(call.realm, client);
  return undefined;
}

function getSecret(call: AdminCall): unknown {
  const { settings } = clientOf(call);
  requirePower(call.power.canViewClients);
  return { type: "secret", value: settings.secret };
}

/** Changes what the request names, attributes one by one; service accounts switched off take their user with them. */
function putClient(call: AdminCall): unknown {
  const { realm, power, newId } = call;
  const client = clientOf(call);
  requirePower(power.canManage(client));
  const changed = parseSettings(call.body);
  const isTaken = [...realm.clients.values()].some(
    (other) => other !== client && other.settings.clientId === changed.clientId,
  );
  if (isTaken) throw new Refusal(409, "conflict", "Duplicate resource error");
  const attributes = { ...client.settings.attributes, ...changed.attributes };
  const kept = Object.entries(attributes).filter(([, value]) => value !== "");
  client.settings = { ...client.settings, ...changed, attributes: Object.fromEntries(kept) };
  giveSecret(client);
  renameServiceAccount(realm, client);
  if (changed.serviceAccountsEnabled === true) addServiceAccount(newId, realm, client);
  if (changed.serviceAccountsEnabled === false) removeServiceAccount(realm, client);
  return undefined;
}

/** The user that the client is linked to; while service accounts are on, a missing one is made. */
function getServiceAccountUser(call: AdminCall): unknown {
  const client = clientOf(call);
  requirePower(call.power.canViewClients);
  const { clientId, serviceAccountsEnabled } = client.settings;
  if (serviceAccountsEnabled) addServiceAccount(call.newId, call.realm, client);
  const user = serviceAccountOf(call.realm, client);
  if (user !== undefined) return representUser(user);
  throw new Refusal(400, `Service account not enabled for the client '${clientId}'`);
}

function listRoles(call: AdminCall): unknown {
  const client = clientOf(call);
  requirePower(call.power.canViewClients);
  return representRoles(searchedRoles(client.roles, call.query));
}

function getRoleById({ realm, power, parameters: [roleId] }: AdminCall): unknown {
  const role = allRoles(realm).find(({ id }) => id === roleId);
  if (role === undefined) throw notFound("Could not find role with id");
  requirePower(maySee(power, role));
  return { ...representRole(role), attributes: {} };
}

/**
 * The calls that read and change clients and read their roles.
 *
 * @see [ClientsResource](https://github.com/keycloak/keycloak/blob/main/services/src/main/java/org/keycloak/services/resources/admin/ClientsResource.java)
 * @see [ClientResource](https://github.com/keycloak/keycloak/blob/main/services/src/main/java/org/keycloak/services/resources/admin/ClientResource.java)
 */
export const clientCalls: AdminCalls = [
  ["GET clients", findClients],
  ["POST clients", createClient],
  ["GET clients/*", getClient],
  ["PUT clients/*", putClient],
  ["DELETE clients/*", removeClient],
  ["GET clients/*/client-secret", getSecret],
  ["GET clients/*/service-account-user", getServiceAccountUser],
  ["GET clients/*/roles", listRoles],
  ["GET roles-by-id/*", getRoleById],
];
