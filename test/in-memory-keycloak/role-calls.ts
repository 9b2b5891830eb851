import type { AdminCall, AdminCalls } from "./admin-call.ts";
import { clientOf, containerOf, requirePower, roleNamed } from "./find-parts.ts";
import { maySee } from "./may-grant.ts";
import { pageOf, searchedRoles, sortedBy } from "./page-of.ts";
import { allRoles, type RoleState } from "./realm-state.ts";
import { notFound } from "./refusal.ts";
import { representGroup, representRole, representRoles, representUser } from "./represent.ts";

function listRealmRoles({ realm, power, query }: AdminCall): unknown {
  requirePower(power.canViewRealm || power.hasOneOf("manage-identity-providers"));
  return representRoles(searchedRoles(realm.roles, query));
}

type FindRole = (call: AdminCall) => RoleState;

function present(role: RoleState | undefined): RoleState {
  if (role === undefined) throw notFound("Could not find role");
  return role;
}

const ofRealm: FindRole = (call) => {
  requirePower(call.power.canViewRealm);
  return present(roleNamed(call.realm, call.parameters[0]));
};

const ofClient: FindRole = (call) => {
  const client = clientOf(call);
  requirePower(call.power.canViewClients);
  return present(roleNamed(client, call.parameters[1]));
};

/** Who has the role mapped; not who has it through a group or a composite role. */
const listHolders = (find: FindRole) => (call: AdminCall) => {
  const role = find(call);
  requirePower(call.power.canViewUsers);
  const holders = [...call.realm.users.values()].filter(({ roles }) => roles.has(role));
  return pageOf(
    sortedBy(holders, ({ username }) => username),
    call.query,
  ).map(representUser);
};

const listGroups = (find: FindRole) => (call: AdminCall) => {
  const role = find(call);
  requirePower(call.power.canQueryGroups);
  const groups = [...call.realm.groups.values()].filter(({ roles }) => roles.has(role));
  return pageOf(
    sortedBy(groups, ({ name }) => name),
    call.query,
  ).map(representGroup);
};

/** What is in a composite role itself, without what its caller may not see. */
const listComposites =
  (isIn: (role: RoleState, call: AdminCall) => boolean) => (call: AdminCall) => {
    const role = allRoles(call.realm).find(({ id }) => id === call.parameters[0]);
    if (role === undefined) throw notFound("Could not find role with id");
    requirePower(maySee(call.power, role));
    return [...role.composites]
      .filter((part) => isIn(part, call) && maySee(call.power, part))
      .map(representRole);
  };

const listAllComposites = listComposites(() => true);

const listRealmComposites = listComposites(({ isClientRole }) => !isClientRole);

const listClientComposites = listComposites(
  ({ containerId }, call) => containerId === containerOf(call, "Could not find client").id,
);

/**
 * The calls that list roles, what they hold and who has them.
 *
 * @see [RoleContainerResource](https://github.com/keycloak/keycloak/blob/main/services/src/main/java/org/keycloak/services/resources/admin/RoleContainerResource.java)
 * @see [RoleByIdResource](https://github.com/keycloak/keycloak/blob/main/services/src/main/java/org/keycloak/services/resources/admin/RoleByIdResource.java)
 */
export const roleCalls: AdminCalls = [
  ["GET roles", listRealmRoles],
  ["GET roles/*/users", listHolders(ofRealm)],
  ["GET roles/*/groups", listGroups(ofRealm)],
  ["GET clients/*/roles/*/users", listHolders(ofClient)],
  ["GET clients/*/roles/*/groups", listGroups(ofClient)],
  ["GET roles-by-id/*/composites", listAllComposites],
  ["GET roles-by-id/*/composites/realm", listRealmComposites],
  ["GET roles-by-id/*/composites/clients/*", listClientComposites],
];
