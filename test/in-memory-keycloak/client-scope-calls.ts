import type { AdminCall, AdminCalls } from "./admin-call.ts";
import { clientOf, requirePower } from "./find-parts.ts";
import type { ClientScopeState } from "./realm-state.ts";
import { notFound } from "./refusal.ts";
import { representScope } from "./represent.ts";

/** Who may only search for clients gets an empty list. */
function listScopes({ realm, power }: AdminCall): unknown {
  requirePower(power.canQueryClients);
  if (!power.canViewClients) return [];
  return [...realm.clientScopes.values()].map(representScope);
}

type Kind = "defaultScopes" | "optionalScopes";

const listScopesOf = (kind: Kind) => (call: AdminCall) => {
  const client = clientOf(call);
  requirePower(call.power.canViewClients);
  return [...client[kind]].map(({ id, name }) => ({ id, name }));
};

function scopeOf({ realm, parameters }: AdminCall): ClientScopeState {
  const scope = realm.clientScopes.get(parameters[1]);
  if (scope === undefined) throw notFound("Client scope not found");
  return scope;
}

/**
 * Answers 204 and does nothing where the client has the scope already, be it as one of the other kind,
 * or speaks another protocol than the scope.
 */
const addScope = (kind: Kind) => (call: AdminCall) => {
  const client = clientOf(call);
  requirePower(call.power.canManage(client));
  const scope = scopeOf(call);
  const isHeld = client.defaultScopes.has(scope) || client.optionalScopes.has(scope);
  if (!isHeld && scope.protocol === client.settings.protocol) client[kind].add(scope);
  return undefined;
};

/** Takes the scope, of whichever kind it is. */
function removeScope(call: AdminCall): unknown {
  const client = clientOf(call);
  requirePower(call.power.canManage(client));
  const scope = scopeOf(call);
  client.defaultScopes.delete(scope);
  client.optionalScopes.delete(scope);
  return undefined;
}

/**
 * The calls that read client scopes and give them to clients.
 *
 * @see [ClientResource.addDefaultClientScope](https://github.com/keycloak/keycloak/blob/main/services/src/main/java/org/keycloak/services/resources/admin/ClientResource.java)
 * @see [ClientScopeAdapter and JpaRealmProvider.addClientScopes](https://github.com/keycloak/keycloak/blob/main/model/jpa/src/main/java/org/keycloak/models/jpa/JpaRealmProvider.java)
 */
export const clientScopeCalls: AdminCalls = [
  ["GET client-scopes", listScopes],
  ["GET clients/*/default-client-scopes", listScopesOf("defaultScopes")],
  ["PUT clients/*/default-client-scopes/*", addScope("defaultScopes")],
  ["DELETE clients/*/default-client-scopes/*", removeScope],
  ["GET clients/*/optional-client-scopes", listScopesOf("optionalScopes")],
  ["PUT clients/*/optional-client-scopes/*", addScope("optionalScopes")],
  ["DELETE clients/*/optional-client-scopes/*", removeScope],
];
