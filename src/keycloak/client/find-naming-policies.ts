import { Roles } from "@keycloak/keycloak-admin-client/lib/resources/roles.js";
import {
  type FoundPolicies,
  type ListedPolicy,
  namedBy,
  type PolicySubject,
} from "../../access/model/naming-policies.ts";
import type { AdminApi } from "../api/admin-api.ts";
import { isForbidden } from "../api/admin-api-error.ts";
import { fieldsOf, itemsOf, textOf } from "../api/parse-answers.ts";
import { readPages } from "../api/read-pages.ts";
import { type GroupsOfUser, listGroupsOfUser } from "./list-groups-of-user.ts";
import { parsePolicies } from "./parse-policies.ts";

/** The account whose policies are searched, and the API. */
interface Sought {
  readonly permissionsClientUuid: string;
  readonly clientUuid: string;
  readonly userId: string;
}

/**
 * Finds the policies of fine-grained permissions that name a client, its service-account user, its
 * groups or its roles, and the permissions that depend on them. The number of requests grows with
 * the policies, the parents of the account's groups, and the clients whose roles policies name.
 *
 * Seeing policies needs view-realm (26.7) or view-clients (26.2).
 *
 * @throws AdminApiError when a request fails for another reason than lacking rights
 */
export async function findNamingPolicies(api: AdminApi, sought: Sought): Promise<FoundPolicies> {
  const { permissionsClientUuid: id } = sought;
  try {
    const all = await readAllPolicies(api, id);
    const subject = await readSubject(api, sought, all);
    const naming = all
      .map((policy) => ({ policy, by: namedBy(policy, subject) }))
      .filter(({ by }) => by.length > 0);
    const byId = new Map(all.map((policy) => [policy.id, policy]));
    const policies = await Promise.all(
      naming.map(async ({ policy, by }) => ({
        ...{ policy, by },
        permissions: await readPermissions(api, { id, policyId: policy.id }, byId),
      })),
    );
    return { kind: "found", policies };
  } catch (thrown) {
    if (isForbidden(thrown)) return { kind: "notKnown" };
    throw thrown;
  }
}

async function readAllPolicies(
  { call, clients }: AdminApi,
  id: string,
): Promise<readonly ListedPolicy[]> {
  const found = new Map<string, ListedPolicy>();
  await readPages(
    (page) =>
      call("readPolicies", async () => parsePolicies(await clients.listPolicies({ id, ...page }))),
    (policies) => {
      for (const policy of policies) found.set(policy.id, policy);
    },
  );
  return [...found.values()];
}

/** The permissions that depend on a policy, directly or through others. */
async function readPermissions(
  { call, clients }: AdminApi,
  { id, policyId }: { readonly id: string; readonly policyId: string },
  byId: ReadonlyMap<string, ListedPolicy>,
): Promise<readonly ListedPolicy[]> {
  const found = new Map<string, ListedPolicy>();
  const open = [policyId];
  const asked = new Set<string>();
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (asked.has(next)) continue;
    asked.add(next);
    const query = { id, policyId: next };
    const dependent = await call("readPolicies", async () =>
      parsePolicies(await clients.listDependentPolicies(query)),
    );
    for (const { id: dependentId } of dependent) {
      // Only the list of all permissions contains the resource type of a permission.
      const listed = byId.get(dependentId);
      if (listed?.resourceType !== undefined) found.set(dependentId, listed);
      else open.push(dependentId);
    }
  }
  return [...found.values()];
}

async function readSubject(
  api: AdminApi,
  { clientUuid, userId }: Sought,
  policies: readonly ListedPolicy[],
): Promise<PolicySubject> {
  const sought = (kind: "group" | "role") =>
    new Set(policies.flatMap(({ named }) => [...(named.get(kind) ?? [])]));
  const [groups, roleIds] = await Promise.all([
    sought("group").size === 0 ? noGroups : readGroups(api, userId),
    readHeldRoles(api, userId, sought("role")),
  ]);
  return { clientUuid, userId, roleIds, ...groups };
}

const noGroups = { groupIds: new Set<string>(), parentGroupIds: new Set<string>() };

async function readGroups(
  api: AdminApi,
  userId: string,
): Promise<Pick<PolicySubject, "groupIds" | "parentGroupIds">> {
  const { direct, above } = await listGroupsOfUser(api, "readPolicies", userId);
  const idsOf = (groups: GroupsOfUser["direct"]) => new Set(groups.map(({ id }) => id));
  return { groupIds: idsOf(direct), parentGroupIds: idsOf(above) };
}

/** The effective ones of these roles. */
async function readHeldRoles(
  { call, connection, users }: AdminApi,
  id: string,
  roleIds: ReadonlySet<string>,
): Promise<ReadonlySet<string>> {
  if (roleIds.size === 0) return roleIds;
  const idsOf = (answer: unknown) => itemsOf(answer).map((role) => textOf(fieldsOf(role), "id"));
  const held = new Set(
    await call("readPolicies", async () =>
      idsOf(await users.listCompositeRealmRoleMappings({ id })),
    ),
  );
  const roles = new Roles(connection);
  const containers = new Set<string>();
  for (const roleId of roleIds) {
    if (held.has(roleId)) continue;
    // Empty if it was deleted: a policy may still name it.
    const found: unknown = await call("readPolicies", () => roles.findOneById({ id: roleId }));
    const role = found === null ? undefined : fieldsOf(found);
    if (role?.get("clientRole") === true) containers.add(textOf(role, "containerId"));
  }
  for (const clientUniqueId of containers) {
    const query = { id, clientUniqueId };
    const found = await call("readPolicies", async () =>
      idsOf(await users.listCompositeClientRoleMappings(query)),
    );
    for (const roleId of found) held.add(roleId);
  }
  return held;
}
