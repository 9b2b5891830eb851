import type { AdminCall, AdminCalls } from "./admin-call.ts";
import { rolesInScope } from "./effective-roles.ts";
import { clientOf, containerOf, requirePower, roleNamed } from "./find-parts.ts";
import { mayPutIntoScope, maySee } from "./may-grant.ts";
import { brokenServer, type NamedRole, parseNamedRoles } from "./parse-body.ts";
import { allRoles, type ClientState, type RealmState, type RoleState } from "./realm-state.ts";
import { forbidden, notFound } from "./refusal.ts";
import { representMappings, representRoles } from "./represent.ts";

/** Where a call looks for the roles of a scope, and how it finds the ones that a request names. */
interface Place {
  readonly client: ClientState;
  readonly containerId: string;
  readonly find: (named: NamedRole) => RoleState | undefined;
}

type FindPlace = (call: AdminCall) => Place;

/** Roles of a client are found by their name alone: a stale id does no harm here. */
const inClient: FindPlace = (call) => {
  const client = clientOf(call);
  const container = containerOf(call, "Could not find client");
  return { client, containerId: container.id, find: ({ name }) => roleNamed(container, name) };
};

/** Realm roles are found by their id alone, which may even be that of a client's role. */
const inRealm: FindPlace = (call) => ({
  client: clientOf(call),
  containerId: call.realm.id,
  find: ({ id }) => {
    if (typeof id !== "string") throw brokenServer();
    return allRoles(call.realm).find((role) => role.id === id);
  },
});

const mapped = ({ client, containerId }: Place) =>
  [...client.scopeMappings].filter((role) => role.containerId === containerId);

const listMapped = (findPlace: FindPlace) => (call: AdminCall) => {
  const place = findPlace(call);
  requirePower(call.power.canViewClients);
  return representRoles(mapped(place));
};

function chosenRoles(call: AdminCall, { find }: Place): readonly RoleState[] | undefined {
  return parseNamedRoles(call.body)?.map((named) => {
    const role = find(named);
    if (role === undefined) throw notFound("Role not found");
    if (!mayPutIntoScope(call.power, role)) throw forbidden();
    return role;
  });
}

const addToScope = (findPlace: FindPlace) => (call: AdminCall) => {
  const place = findPlace(call);
  requirePower(call.power.canManage(place.client));
  const roles = chosenRoles(call, place);
  if (roles === undefined) throw brokenServer();
  for (const role of roles) place.client.scopeMappings.add(role);
};

/** Without a list, everything of the container is taken that the caller may take. */
const removeFromScope = (findPlace: FindPlace) => (call: AdminCall) => {
  const place = findPlace(call);
  requirePower(call.power.canManage(place.client));
  const roles =
    chosenRoles(call, place) ?? mapped(place).filter((role) => mayPutIntoScope(call.power, role));
  for (const role of roles) place.client.scopeMappings.delete(role);
};

function roleContainer({ realm, parameters }: AdminCall): ClientState | RealmState {
  const [, container] = parameters;
  if (container === realm.name) return realm;
  const client = realm.clients.get(container);
  if (client === undefined) throw notFound("Role Container not found");
  return client;
}

/**
 * The roles of a container that the client may have in its tokens. With full scope on these are all
 * of them, whoever asks.
 */
function granted(call: AdminCall): readonly RoleState[] {
  const client = clientOf(call);
  requirePower(call.power.canViewClients);
  const container = roleContainer(call);
  if (client.settings.fullScopeAllowed) return [...container.roles];
  const inScope = rolesInScope(client, (call.query.get("scope") ?? "").split(" "));
  const visible = [...container.roles].filter((role) => maySee(call.power, role));
  return visible.filter((role) => inScope.has(role));
}

const listGranted = (call: AdminCall) => representRoles(granted(call));

/** All others of the container, those among them that the caller may not see. */
function listNotGranted(call: AdminCall): unknown {
  const found = granted(call);
  return representRoles([...roleContainer(call).roles].filter((role) => !found.includes(role)));
}

/** All scope mappings of a client, by container. */
function listAllMapped(call: AdminCall): unknown {
  const client = clientOf(call);
  requirePower(call.power.canViewClients);
  return representMappings(call.realm, [...client.scopeMappings]);
}

const callsIn = (path: string, findPlace: FindPlace): AdminCalls => [
  [`GET ${path}`, listMapped(findPlace)],
  [`POST ${path}`, addToScope(findPlace)],
  [`DELETE ${path}`, removeFromScope(findPlace)],
];

/**
 * The calls that read and write which roles a client may have in its tokens.
 *
 * @see [ScopeMappedResource](https://github.com/keycloak/keycloak/blob/main/services/src/main/java/org/keycloak/services/resources/admin/ScopeMappedResource.java)
 * @see [ScopeMappedClientResource](https://github.com/keycloak/keycloak/blob/main/services/src/main/java/org/keycloak/services/resources/admin/ScopeMappedClientResource.java)
 * @see [ClientScopeEvaluateScopeMappingsResource](https://github.com/keycloak/keycloak/blob/main/services/src/main/java/org/keycloak/services/resources/admin/ClientScopeEvaluateScopeMappingsResource.java)
 */
export const scopeMappingCalls: AdminCalls = [
  ["GET clients/*/scope-mappings", listAllMapped],
  ...callsIn("clients/*/scope-mappings/clients/*", inClient),
  ...callsIn("clients/*/scope-mappings/realm", inRealm),
  ["GET clients/*/evaluate-scopes/scope-mappings/*/granted", listGranted],
  ["GET clients/*/evaluate-scopes/scope-mappings/*/not-granted", listNotGranted],
];
