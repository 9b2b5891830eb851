import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { findNamingPolicies } from "../../../../src/keycloak/client/find-naming-policies.ts";
import { readFinePermissions } from "../../../../src/keycloak/client/read-fine-permissions.ts";
import { readRealmFacts } from "../../../../src/keycloak/client/read-realm-facts.ts";
import type { InMemoryRealm } from "../../../in-memory-keycloak/in-memory-realm.ts";
import { answering, type ServedKeycloak, serveKeycloak } from "../serve-keycloak.ts";

let served: ServedKeycloak;
let realm: InMemoryRealm;
let clientUuid: string;
let userId: string;

const none = { authorizationServicesEnabled: false };

beforeEach(() => {
  served = serveKeycloak();
  realm = served.realm;
  clientUuid = realm.makeClient({ clientId: "api", serviceAccountsEnabled: true });
  userId = realm.serviceAccountUserId(clientUuid) ?? "";
});

afterEach(() => vi.unstubAllGlobals());

/** Sends as a person does who arranges permissions. */
async function send(method: string, path: string, body: unknown): Promise<void> {
  await fetch(`https://kc.example.org/admin/realms/demo${path}`, {
    method,
    headers: { authorization: "Bearer anna" },
    body: JSON.stringify(body),
  });
}

/** Switches them on, and makes policies and permissions. */
async function arrange(
  policies: readonly (readonly [type: string, name: string, body: object])[],
  permissions: readonly (readonly [name: string, policy: string])[] = [],
): Promise<string> {
  await send("PUT", "", { adminPermissionsEnabled: true });
  const { permissionsClientUuid: id = "" } = await readRealmFacts(served.apiOf());
  const server = `/clients/${id}/authz/resource-server`;
  const listed = async () => {
    const all = await served.apiOf().clients.listPolicies({ id });
    return new Map((all === "" ? [] : all).map((it) => [it.name, it.id]));
  };
  for (const [type, name, body] of policies) {
    await send("POST", `${server}/policy/${type}`, { name, ...body });
  }
  const ids = await listed();
  for (const [name, policy] of permissions) {
    await send("POST", `${server}/permission/scope`, {
      ...{ name, resourceType: "Users", policies: [ids.get(policy)] },
    });
  }
  return id;
}

async function find(permissionsClientUuid: string, token = "anna") {
  const sought = { permissionsClientUuid, clientUuid, userId };
  const found = await findNamingPolicies(served.apiOf(token), sought);
  if (found.kind !== "found") return found.kind;
  return found.policies.map(({ policy, by, permissions }) => [
    policy.name,
    by,
    permissions.map(({ name }) => name),
  ]);
}

test("a realm says whether it has fine-grained permissions, but only to those who can view it", async () => {
  expect(await readFinePermissions(served.apiOf(), none)).toEqual({ kind: "off" });
  const permissionsClientUuid = await arrange([]);
  const on = { kind: "on", permissionsClientUuid };
  expect(await readFinePermissions(served.apiOf(), none)).toEqual(on);
  realm.makeAdministrator({ token: "viewer", adminRoles: ["view-clients", "view-users"] });
  const hidden = { kind: "notKnown", why: "hidden" };
  expect(await readFinePermissions(served.apiOf("viewer"), none)).toEqual(hidden);
});

test("a server of a version without them isn't asked", async () => {
  expect(await readFinePermissions(served.apiOf(), none, "26.0.8")).toEqual({ kind: "off" });
  expect(served.sent).toEqual([]);
});

test("finds the policies that name the client or its account, and no others", async () => {
  const id = await arrange(
    [
      ["user", "by user", { users: [userId] }],
      ["client", "by client", { clients: [clientUuid] }],
      ["user", "of another", { users: ["somebody"] }],
    ],
    [
      ["see users", "by user"],
      ["not for it", "of another"],
    ],
  );
  expect(await find(id)).toEqual([
    ["by client", ["client"], []],
    ["by user", ["user"], ["see users"]],
  ]);
});

test("finds policies that name a group above the account's, and permissions through other policies", async () => {
  const above = realm.makeGroup("above");
  realm.joinGroup(userId, realm.makeGroup("below", above));
  await arrange([["group", "by group", { groups: [{ id: above, extendChildren: true }] }]]);
  const { permissionsClientUuid: id = "" } = await readRealmFacts(served.apiOf());
  const all = await served.apiOf().clients.listPolicies({ id });
  const policies = (all === "" ? [] : all).map((it) => it.id);
  await arrange([["aggregate", "together", { policies }]], [["see users", "together"]]);
  expect(await find(id)).toEqual([["by group", ["group"], ["see users"]]]);
});

test("finds policies that name a realm role or client role of the account", async () => {
  const role = realm.makeRealmRole("auditor");
  const events = realm.findRole("view-events", realm.adminClientUuid);
  const other = realm.makeRealmRole("other");
  realm.mapRoles(userId, [role.id, events.id]);
  const naming = (...ids: readonly string[]) => ({
    roles: ids.map((it) => ({ id: it, required: false })),
  });
  const id = await arrange([
    ["role", "auditors", naming(role.id)],
    ["role", "event readers", naming(events.id)],
    ["role", "others", naming(other.id)],
    ["role", "deleted", naming("gone")],
  ]);
  expect(await find(id)).toEqual([
    ["auditors", ["role"], []],
    ["event readers", ["role"], []],
  ]);
});

test("a permission that depends on a policy in two ways is found once", async () => {
  const id = await arrange([["user", "by user", { users: [userId] }]]);
  const idsOf = async (...names: readonly string[]) => {
    const all = await served.apiOf().clients.listPolicies({ id });
    return (all === "" ? [] : all)
      .filter(({ name }) => names.includes(name ?? ""))
      .map((policy) => policy.id);
  };
  const policies = await idsOf("by user");
  await arrange([
    ["aggregate", "one", { policies }],
    ["aggregate", "other", { policies }],
  ]);
  const both = { policies: await idsOf("one", "other") };
  await arrange([["aggregate", "both", both]], [["see users", "both"]]);
  expect(await find(id)).toEqual([["by user", ["user"], ["see users"]]]);
});

test("a server that fails is told, and isn't taken for one that shows nothing", async () => {
  const id = await arrange([["user", "by user", { users: [userId] }]]);
  served.faults.push({ request: /^GET .*\/policy/, fault: answering(500) });
  await expect(find(id)).rejects.toMatchObject({ status: 500 });
});

test("what the administrator may not see is not known, rather than none", async () => {
  const id = await arrange([["user", "by user", { users: [userId] }]]);
  realm.makeAdministrator({ token: "viewer", adminRoles: ["view-clients", "view-users"] });
  expect(await find(id, "viewer")).toBe("notKnown");
});
