import { type AdminCall, type AdminCalls, Created } from "./admin-call.ts";
import { clientOf, requirePower } from "./find-parts.ts";
import { pageOf, sortedBy } from "./page-of.ts";
import type { ClientState, PolicyState, RealmState } from "./realm-state.ts";

/** The client that carries a realm's fine-grained permissions. */
export const permissionsClientId = "admin-permissions";

/** That client, once fine-grained permissions were on. */
export function permissionsClientOf({ clients }: RealmState): ClientState | undefined {
  return [...clients.values()].find(({ settings }) => settings.clientId === permissionsClientId);
}

const represent = ({ id, name, type, config }: PolicyState) => ({
  ...{ id, name, type, config },
  ...{ logic: "POSITIVE", decisionStrategy: "UNANIMOUS" },
});

/** Policies and permissions in one list. */
function listPolicies(call: AdminCall): unknown {
  clientOf(call);
  requirePower(call.power.canViewRealm);
  const all = sortedBy(call.realm.policies, ({ name }) => name);
  return pageOf(all, call.query).map(represent);
}

/** What depends on a policy, without what that is about. */
function listDependent(call: AdminCall): unknown {
  clientOf(call);
  requirePower(call.power.canViewRealm);
  const [, id] = call.parameters;
  const dependent = call.realm.policies.filter(({ dependsOn }) => dependsOn.includes(id));
  return dependent.map((policy) => ({ ...represent(policy), config: {} }));
}

const lists = ["clients", "users", "groups", "roles"];

function createPolicy(call: AdminCall): unknown {
  clientOf(call);
  requirePower(call.power.canManageRealm);
  const [, type] = call.parameters;
  const { name, policies, resourceType, ...rest } = JSON.parse(call.body);
  const named = lists.flatMap((list) =>
    rest[list] === undefined ? [] : [[list, JSON.stringify(rest[list])] as const],
  );
  const about = resourceType === undefined ? {} : { defaultResourceType: String(resourceType) };
  const made: PolicyState = {
    id: call.newId(),
    name: String(name),
    type,
    config: { ...Object.fromEntries(named), ...about },
    dependsOn: policies ?? [],
  };
  call.realm.policies.push(made);
  return new Created(made.id);
}

/**
 * The calls that read and make policies and permissions. Permissions aren't heeded here.
 *
 * @see [PolicyService](https://github.com/keycloak/keycloak/blob/main/services/src/main/java/org/keycloak/authorization/admin/PolicyService.java)
 */
export const policyCalls: AdminCalls = [
  ["GET clients/*/authz/resource-server/policy", listPolicies],
  ["POST clients/*/authz/resource-server/policy/*", createPolicy],
  ["POST clients/*/authz/resource-server/permission/*", createPolicy],
  ["GET clients/*/authz/resource-server/policy/*/dependentPolicies", listDependent],
];
