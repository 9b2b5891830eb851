import type { AdminCall, AdminCalls } from "./admin-call.ts";
import { clientOf, requirePower } from "./find-parts.ts";
import type { ClientScopeState } from "./realm-state.ts";
import { notFound } from "./refusal.ts";
import { representScope } from "./represent.ts";

function listScopes({ realm, power }: AdminCall): unknown {
  requirePower(power.canQueryClients);
  return [...realm.clientScopes.values()].map(representScope);
}

function listDefaultScopes(call: AdminCall): unknown {
  const client = clientOf(call);
  requirePower(call.power.canViewClients);
  return [...client.defaultScopes].map(({ id, name }) => ({ id, name }));
}

function scopeOf({ realm, parameters }: AdminCall): ClientScopeState {
  const scope = realm.clientScopes.get(parameters[1]);
  if (scope === undefined) throw notFound("Client scope not found");
  return scope;
}

/**
 * Answers 204 and does nothing where the client has the scope already, be it as an optional one, or
 * speaks another protocol than the scope.
 */
function addDefaultScope(call: AdminCall): unknown {
  const client = clientOf(call);
  requirePower(call.power.canManage(client));
  const scope = scopeOf(call);
  if (!client.optionalScopes.has(scope) && scope.protocol === client.settings.protocol) {
    client.defaultScopes.add(scope);
  }
  return undefined;
}

function removeDefaultScope(call: AdminCall): unknown {
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
  ["GET clients/*/default-client-scopes", listDefaultScopes],
  ["PUT clients/*/default-client-scopes/*", addDefaultScope],
  ["DELETE clients/*/default-client-scopes/*", removeDefaultScope],
];
