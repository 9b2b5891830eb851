import type { AdminCall, AdminCalls } from "./admin-call.ts";
import { effectiveRoles } from "./effective-roles.ts";
import { containerOf, requirePower, roleNamed, userOf } from "./find-parts.ts";
import { mayGrant, maySee } from "./may-grant.ts";
import { brokenServer, parseNamedRoles } from "./parse-body.ts";
import type { ClientState, RealmState, RoleState, UserState } from "./realm-state.ts";
import { forbidden, notFound } from "./refusal.ts";
import { representMappings, representRoles } from "./represent.ts";

type Container = ClientState | RealmState;

interface Place {
  readonly user: UserState;
  readonly container: Container;
}

type FindPlace = (call: AdminCall) => Place;

const inClient: FindPlace = (call) => ({
  user: userOf(call),
  container: containerOf(call, "Client not found"),
});

const inRealm: FindPlace = (call) => ({ user: userOf(call), container: call.realm });

const within = (roles: Iterable<RoleState>, { id }: Container) =>
  [...roles].filter(({ containerId }) => containerId === id);

/** The roles of a client are shown only to who may see the client; those of the realm to all. */
function requireView({ power, realm }: AdminCall, { container }: Place): void {
  requirePower(power.canViewUsers && (container === realm || power.canViewClients));
}

/** The mapped roles of one container. */
const listMapped = (find: FindPlace) => (call: AdminCall) => {
  const place = find(call);
  requireView(call, place);
  return representRoles(within(place.user.roles, place.container));
};

/** The roles of one container that are in effect, mapped ones too. */
const listComposite = (find: FindPlace) => (call: AdminCall) => {
  const place = find(call);
  requireView(call, place);
  return representRoles(within(effectiveRoles(place.user), place.container));
};

/** The roles of one container that aren't mapped themselves and that the caller may map. */
const listAvailable = (find: FindPlace) => (call: AdminCall) => {
  const { user, container } = find(call);
  requirePower(call.power.canViewUsers);
  const grantable = [...container.roles].filter((role) => mayGrant(call.power, call.realm, role));
  return representRoles(grantable.filter((role) => !user.roles.has(role)));
};

function requireGrant({ power, realm }: AdminCall, role: RoleState): void {
  if (!mayGrant(power, realm, role)) throw forbidden();
}

/** The roles that a request names, each with id and name that are both current, and grantable. */
function chosenRoles(call: AdminCall, container: Container): readonly RoleState[] | undefined {
  return parseNamedRoles(call.body)?.map(({ id, name }) => {
    const role = roleNamed(container, name);
    if (role === undefined || role.id !== id) throw notFound("Role not found");
    requireGrant(call, role);
    return role;
  });
}

/** All are looked at before the first is mapped: a request is applied whole or not at all. */
const addMappings = (find: FindPlace) => (call: AdminCall) => {
  const { user, container } = find(call);
  requirePower(call.power.canManageUsers);
  const roles = chosenRoles(call, container);
  if (roles === undefined) throw brokenServer();
  for (const role of roles) user.roles.add(role);
};

/** Without a list, everything of the container is taken. */
const removeMappings = (find: FindPlace) => (call: AdminCall) => {
  const { user, container } = find(call);
  requirePower(call.power.canManageUsers);
  const roles = chosenRoles(call, container) ?? within(user.roles, container);
  for (const role of roles) requireGrant(call, role);
  for (const role of roles) user.roles.delete(role);
};

/** All mapped roles, without those that the caller may not see. */
function listAllMapped(call: AdminCall): unknown {
  const user = userOf(call);
  requirePower(call.power.canViewUsers);
  return representMappings(
    call.realm,
    [...user.roles].filter((role) => maySee(call.power, role)),
  );
}

const callsIn = (path: string, find: FindPlace): AdminCalls => [
  [`GET ${path}`, listMapped(find)],
  [`GET ${path}/composite`, listComposite(find)],
  [`GET ${path}/available`, listAvailable(find)],
  [`POST ${path}`, addMappings(find)],
  [`DELETE ${path}`, removeMappings(find)],
];

/**
 * The calls that read and write the role mappings of a user.
 *
 * @see [ClientRoleMappingsResource](https://github.com/keycloak/keycloak/blob/main/services/src/main/java/org/keycloak/services/resources/admin/ClientRoleMappingsResource.java)
 * @see [RoleMapperResource](https://github.com/keycloak/keycloak/blob/main/services/src/main/java/org/keycloak/services/resources/admin/RoleMapperResource.java)
 */
export const roleMappingCalls: AdminCalls = [
  ["GET users/*/role-mappings", listAllMapped],
  ...callsIn("users/*/role-mappings/clients/*", inClient),
  ...callsIn("users/*/role-mappings/realm", inRealm),
];
