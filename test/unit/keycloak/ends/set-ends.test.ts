import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { endsOfAccount, stateOfEnd } from "../../../../src/access/ends/account-ends.ts";
import { nameOfWorkflow } from "../../../../src/access/ends/own-workflow.ts";
import { roleKey } from "../../../../src/access/model/snapshot.ts";
import { AdminApiError } from "../../../../src/keycloak/api/admin-api-error.ts";
import {
  readAccountWorkflows,
  readRealmWorkflows,
} from "../../../../src/keycloak/ends/read-ends.ts";
import { removeWorkflows, setEnds } from "../../../../src/keycloak/ends/set-ends.ts";
import { answering, cutAfter, type ServedKeycloak, serveKeycloak } from "../serve-keycloak.ts";

let served: ServedKeycloak;
let userId: string;

const [hour, day] = [3_600_000, 86_400_000];
const viewUsers = "realm-management/view-users";
const queryUsers = "realm-management/query-users";

beforeEach(() => {
  vi.useFakeTimers({ shouldAdvanceTime: true, advanceTimeDelta: 50 });
  served = serveKeycloak();
  const clientUuid = served.realm.makeClient({ clientId: "api", serviceAccountsEnabled: true });
  userId = served.realm.serviceAccountUserId(clientUuid) ?? "";
  served.realm.mapRoles(userId, [roleId("view-users"), roleId("query-users")]);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const roleId = (name: string) => served.realm.findRole(name, served.realm.adminClientUuid).id;

const set = async (wanted: Record<string, number | undefined>, token?: string) =>
  setEnds(served.apiOf(token), { clientId: "api", userId }, new Map(Object.entries(wanted)));

const setAndReplace = async (wanted: Record<string, number | undefined>) =>
  (await set(wanted)).removeReplaced();

/** Each workflow of ours: whether it is scheduled, its moment and its roles. */
const found = async () => {
  const read = await readAccountWorkflows(served.apiOf(), userId);
  if (read.kind !== "read") return read.kind;
  return read.workflows
    .map(({ id, at, roles }) => ({ at, roles, isScheduled: read.scheduled.has(id) }))
    .sort((a, b) => a.at - b.at);
};

const held = async () => {
  const answer = await served.apiOf().users.listClientRoleMappings({
    id: userId,
    clientUniqueId: served.realm.adminClientUuid,
  });
  return answer.map(({ name }) => name).sort();
};

test("roles are unassigned by the server's run after their moment, and others stay", async () => {
  const at = Date.now() + day;
  await setAndReplace({ [viewUsers]: at });
  expect(await found()).toEqual([{ at, roles: [viewUsers], isScheduled: true }]);
  served.realm.runWorkflows(at - hour);
  expect(await held()).toEqual(["query-users", "view-users"]);
  served.realm.runWorkflows(at + hour);
  expect(await held()).toEqual(["query-users"]);
});

test("a role that was renamed fails alone: the others of the same end are unassigned", async () => {
  const at = Date.now() + day;
  await setAndReplace({ [viewUsers]: at, [queryUsers]: at });
  served.realm.renameRole(roleId("view-users"), "see-users");
  served.realm.runWorkflows(at + hour);
  expect(await held()).toEqual(["see-users"]);
});

test("an end is moved by a new workflow, and the old one goes once it is replaced", async () => {
  const [first, second] = [Date.now() + day, Date.now() + 7 * day];
  await setAndReplace({ [viewUsers]: first, [queryUsers]: first });
  const replacement = await set({ [viewUsers]: second });
  expect(await found()).toHaveLength(3);
  await replacement.removeReplaced();
  expect(await found()).toEqual([
    { at: first, roles: [queryUsers], isScheduled: true },
    { at: second, roles: [viewUsers], isScheduled: true },
  ]);
});

test("an end that is taken away leaves nothing", async () => {
  await setAndReplace({ [viewUsers]: Date.now() + day });
  await setAndReplace({ [viewUsers]: undefined });
  expect(await found()).toEqual([]);
});

test("where a workflow isn't scheduled, what was made is removed, and the failure is told", async () => {
  // Keycloak answers 204 where it can't schedule one.
  served.faults.push({ request: /activate/, fault: answering(200, {}) });
  const refused = expect(set({ [viewUsers]: Date.now() + day })).rejects.toThrow(AdminApiError);
  await vi.advanceTimersByTimeAsync(20_000);
  await refused;
  expect(await found()).toEqual([]);
});

test("where making one fails, those made before it are removed, even if that fails too", async () => {
  const [soon, late] = [Date.now() + day, Date.now() + 2 * day];
  served.faults.push({ request: /activate.*172800$/, fault: answering(500) });
  await expect(set({ [viewUsers]: soon, [queryUsers]: late })).rejects.toMatchObject({
    attempt: "changeEnds",
    failure: "serverError",
  });
  expect(await found()).toEqual([]);
  served.faults.push({ request: /activate/, fault: answering(500) });
  served.faults.push({ request: /^DELETE/, fault: answering(503) });
  await expect(set({ [viewUsers]: soon })).rejects.toMatchObject({ status: 500 });
});

test("a workflow whose making wasn't answered is removed, so that nothing is left of it", async () => {
  served.faults.push({ request: /^POST .*\/workflows$/, fault: cutAfter });
  await expect(set({ [viewUsers]: Date.now() + day })).rejects.toMatchObject({
    failure: "unreachable",
  });
  expect(await found()).toEqual([]);
});

test("of a workflow that was made twice, by a request that was sent twice, one stays", async () => {
  const [soon, late] = [Date.now() + day, Date.now() + 2 * day];
  await setAndReplace({ [queryUsers]: soon });
  const twin = nameOfWorkflow({ clientId: "api", userId, at: late }, "twin");
  const made = await set({ [viewUsers]: late });
  const steps = [{ uses: "revoke-role", with: { role: [viewUsers] } }];
  await fetch(new URL("https://kc.example.org/admin/realms/demo/workflows"), {
    method: "POST",
    headers: { authorization: "Bearer anna", "content-type": "application/json" },
    body: JSON.stringify({ name: twin, enabled: true, steps }),
  });
  expect(await found()).toHaveLength(3);
  await made.removeReplaced();
  expect(await found()).toMatchObject([
    { roles: [queryUsers], isScheduled: true },
    { roles: [viewUsers], isScheduled: true },
  ]);
});

test("an end that is due when it is kept beside a change runs at once", async () => {
  const at = Date.now() + day;
  await setAndReplace({ [viewUsers]: at, [queryUsers]: at });
  vi.setSystemTime(at + hour);
  await setAndReplace({ [queryUsers]: undefined });
  expect(served.sent.filter((request) => request.includes("activate")).at(-1)).toContain(
    "notBefore=1",
  );
});

test("workflows of others are never touched, whatever their names", async () => {
  const api = served.apiOf();
  await setAndReplace({ [viewUsers]: Date.now() + day });
  const own = await readAccountWorkflows(api, userId);
  const name = `service-account-presets: api of somebody [${userId}]`;
  await fetch("https://kc.example.org/admin/realms/demo/workflows", {
    method: "POST",
    headers: { authorization: "Bearer anna" },
    body: JSON.stringify({ name, steps: [{ uses: "revoke-role", with: { role: [viewUsers] } }] }),
  });
  expect(await readAccountWorkflows(api, userId)).toEqual(own);
  await setAndReplace({ [viewUsers]: undefined });
  served.sent.length = 0;
  await readRealmWorkflows(api);
  const left = await fetch("https://kc.example.org/admin/realms/demo/workflows", {
    headers: { authorization: "Bearer anna" },
  });
  expect(await left.json()).toHaveLength(1);
});

test("who is no realm admin sees no workflows, which isn't the same as none", async () => {
  served.realm.makeAdministrator({ token: "bob", adminRoles: ["manage-realm", "manage-users"] });
  expect(await readAccountWorkflows(served.apiOf("bob"), userId)).toEqual({ kind: "notVisible" });
  expect(await readRealmWorkflows(served.apiOf("bob"))).toEqual({ kind: "notVisible" });
  await expect(set({ [viewUsers]: 1 }, "bob")).rejects.toMatchObject({ failure: "forbidden" });
});

test("a server without the feature has none, and one that fails isn't without", async () => {
  served.faults.push({ request: /workflows/, fault: answering(404) });
  served.faults.push({ request: /workflows/, fault: answering(404) });
  expect(await found()).toBe("unavailable");
  served.faults.push({ request: /workflows/, fault: answering(404) });
  served.faults.push({ request: /workflows/, fault: answering(404) });
  await expect(set({ [viewUsers]: 1 })).rejects.toMatchObject({ failure: "notFound" });
  served.faults.push({ request: /workflows/, fault: answering(500) });
  await expect(readAccountWorkflows(served.apiOf(), userId)).rejects.toThrow(AdminApiError);
});

test("all accounts of a realm are read with a request for each that has an end", async () => {
  const clientUuid = served.realm.makeClient({ clientId: "b", serviceAccountsEnabled: true });
  const other = served.realm.serviceAccountUserId(clientUuid) ?? "";
  await setAndReplace({ [viewUsers]: Date.now() + day });
  await setEnds(
    served.apiOf(),
    { clientId: "b", userId: other },
    new Map([[viewUsers, Date.now() + day]]),
  );
  served.sent.length = 0;
  const read = await readRealmWorkflows(served.apiOf());
  expect(served.sent).toHaveLength(3);
  expect(read.kind === "read" && [read.workflows.length, read.scheduled.size]).toEqual([2, 2]);
});

test("what is over can be forgotten, and somebody else's grant after it shows as still assigned", async () => {
  const at = Date.now() + day;
  await setAndReplace({ [viewUsers]: at });
  served.realm.runWorkflows(at + hour);
  const ends = async () => {
    const read = await readAccountWorkflows(served.apiOf(), userId);
    if (read.kind !== "read") throw new Error(read.kind);
    return endsOfAccount(read, { userId, adminClientId: "realm-management" });
  };
  const mapped = async () =>
    new Set((await held()).map((name = "") => roleKey({ container: "admin", name })));
  const [end] = await ends();
  if (end === undefined) throw new Error("There is no end.");
  expect(stateOfEnd(end, await mapped(), at + hour)).toBe("over");
  served.realm.mapRoles(userId, [roleId("view-users")]);
  expect(stateOfEnd(end, await mapped(), at + hour)).toBe("stillAssigned");
  await removeWorkflows(served.apiOf(), [end.workflowId]);
  expect(await ends()).toEqual([]);
});
