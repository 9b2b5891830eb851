import type { AdminCall, AdminCalls } from "./admin-call.ts";
import { effectiveRoles } from "./effective-roles.ts";
import { requirePower, userOf } from "./find-parts.ts";
import { maySee } from "./may-grant.ts";
import { pageOf, sortedBy } from "./page-of.ts";
import type { GroupState } from "./realm-state.ts";
import { notFound } from "./refusal.ts";
import { representGroup, representMappings, representRoles, representUser } from "./represent.ts";

function countGroups({ realm, power }: AdminCall): unknown {
  requirePower(power.canQueryGroups);
  return { count: realm.groups.size };
}

function groupOf({ realm, power, parameters }: AdminCall): GroupState {
  const group = realm.groups.get(parameters[0]);
  if (group === undefined) throw notFound("Could not find group by id");
  requirePower(power.canViewUsers);
  return group;
}

/** The groups that a user is a member of. */
function listGroupsOfUser({ realm, power, parameters }: AdminCall): unknown {
  const user = realm.users.get(parameters[0]);
  if (user === undefined) throw notFound("User not found");
  requirePower(power.canViewUsers);
  return [...user.groups].map(representGroup);
}

/** Makes a user a member of a group, or no longer one. */
const changeMembership = (isMember: boolean) => (call: AdminCall) => {
  const user = userOf(call);
  requirePower(call.power.canManageUsers);
  const group = call.realm.groups.get(call.parameters[1]);
  if (group === undefined) throw notFound("Group not found");
  if (isMember) user.groups.add(group);
  else user.groups.delete(group);
  return undefined;
};

/** The roles of a client that a group gives, composite ones resolved; those of the groups above it are not among them. */
function listEffectiveOfGroup(call: AdminCall): unknown {
  const { roles } = groupOf(call);
  const clientUuid = call.parameters[1];
  const held = effectiveRoles({ roles, groups: new Set() });
  return representRoles([...held].filter(({ containerId }) => containerId === clientUuid));
}

/** All roles that a group gives itself, without those of the groups above it. */
function listMappingsOfGroup(call: AdminCall): unknown {
  const { roles } = groupOf(call);
  return representMappings(
    call.realm,
    [...roles].filter((role) => maySee(call.power, role)),
  );
}

/** Members of the group itself, and not of those below it. */
function listMembers(call: AdminCall): unknown {
  const group = groupOf(call);
  const members = [...call.realm.users.values()].filter(({ groups }) => groups.has(group));
  return pageOf(
    sortedBy(members, ({ username }) => username),
    call.query,
  ).map(representUser);
}

function listChildren(call: AdminCall): unknown {
  const group = groupOf(call);
  const children = [...call.realm.groups.values()].filter(({ parent }) => parent === group);
  return pageOf(
    sortedBy(children, ({ name }) => name),
    call.query,
  ).map(representGroup);
}

/**
 * The calls that read groups, and change who is in them.
 *
 * @see [GroupResource](https://github.com/keycloak/keycloak/blob/main/services/src/main/java/org/keycloak/services/resources/admin/GroupResource.java)
 */
export const groupCalls: AdminCalls = [
  ["GET groups/count", countGroups],
  ["GET groups/*", (call) => representGroup(groupOf(call))],
  ["GET users/*/groups", listGroupsOfUser],
  ["PUT users/*/groups/*", changeMembership(true)],
  ["DELETE users/*/groups/*", changeMembership(false)],
  ["GET groups/*/role-mappings", listMappingsOfGroup],
  ["GET groups/*/role-mappings/clients/*/composite", listEffectiveOfGroup],
  ["GET groups/*/members", listMembers],
  ["GET groups/*/children", listChildren],
];
