import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { accountRows } from "../../../../src/access/survey/account-rows.ts";
import type { Survey } from "../../../../src/access/survey/survey.ts";
import { surveyServiceAccounts } from "../../../../src/keycloak/survey/survey-service-accounts.ts";
import type { InMemoryRealm } from "../../../in-memory-keycloak/in-memory-realm.ts";
import {
  givenTo,
  mapped,
  type SurveyedRealm,
  serveSurveyedRealm,
  surveyOfDemo,
} from "./survey-realm.ts";

let served: SurveyedRealm;
let realm: InMemoryRealm;

beforeEach(() => {
  served = serveSurveyedRealm();
  realm = served.realm;
});

afterEach(() => vi.unstubAllGlobals());

test("the admin roles that accounts have mapped are found, and others are not", async () => {
  const reader = served.makeAccount("Reader", "view-users", "query-users");
  const idle = served.makeAccount("idle");
  const own = realm.makeClientRole(realm.adminClientUuid, "own");
  realm.mapRoles(idle, [own.id]);
  const found = await served.survey();
  expect(found.users.map(({ username }) => username)).toEqual([
    "service-account-idle",
    "service-account-reader",
  ]);
  expect(givenTo(found, reader)).toEqual([mapped("query-users"), mapped("view-users")]);
  expect(givenTo(found, idle)).toEqual([]);
  expect(found.clients.get("service-account-reader")).toMatchObject({ clientId: "Reader" });
  expect(found.adminClient).toMatchObject({ clientUuid: realm.adminClientUuid });
});

const statesIn = (survey: Survey) =>
  accountRows(survey, new Map()).map(({ clientId, state }) => [clientId, state]);

/** Makes a client with a service account of another name than the usual; the account's id. */
function makeRenamed(clientId: string, username: string, ...roles: readonly string[]): string {
  const userId = served.makeAccount(clientId, ...roles);
  realm.renameUser(userId, username);
  return userId;
}

test("clients without a service account are omitted, and leftover accounts are reported", async () => {
  served.makeAccount("api");
  realm.makeClient({ clientId: "web", publicClient: true });
  for (const [clientId, settings] of [
    ["public", { publicClient: true }],
    ["off", { serviceAccountsEnabled: false }],
    ["bearer", { bearerOnly: true }],
  ] as const) {
    const uuid = realm.makeClient({ clientId, serviceAccountsEnabled: true });
    realm.mapRoles(realm.serviceAccountUserId(uuid) ?? "", [served.adminRole("view-events")]);
    realm.changeClient(uuid, settings);
  }
  const survey = await served.survey();
  expect(statesIn(survey)).toEqual([
    ["api", "active"],
    ["bearer", "leftover"],
    ["off", "leftover"],
    ["public", "leftover"],
  ]);
  expect(survey.progress).toMatchObject({ arePowersRead: true, areClientsRead: true });
});

test("holders of admin roles under another name are unlinked where a search for people doesn't find them", async () => {
  makeRenamed("imported", "robot", "view-events");
  makeRenamed("spaced", 'a "robot" of two', "view-events");
  realm.makeAdministrator({ token: "t", username: "person of two", adminRoles: ["view-events"] });
  const survey = await served.survey();
  expect(statesIn(survey).sort()).toEqual([
    ['a "robot" of two', "unlinked"],
    ["imported", "noUser"],
    ["robot", "unlinked"],
    ["spaced", "noUser"],
  ]);
  const asked = served.sent.filter((request) => request.includes("search="));
  // People who are called like service accounts, Anna, the robots and the person.
  expect(asked).toHaveLength(5);
});

test("a holder whose name can't be searched for isn't claimed to be a service account", async () => {
  realm.makeAdministrator({ token: "t", username: "* *", adminRoles: ["view-events"] });
  expect(statesIn(await served.survey())).toEqual([]);
});

test("of more than 50 holders under other names, 50 are read, and the result says that there are more", async () => {
  for (let number = 0; number < 60; number += 1) {
    const username = `person-${number}`;
    realm.makeAdministrator({ token: username, username, adminRoles: ["view-events"] });
  }
  served.makeAccount("api");
  const { gaps } = await served.survey();
  expect([...gaps]).toEqual(["manyHolders"]);
  expect(served.sent.filter((request) => /search=(%22|%2A|\*)/.test(request))).toHaveLength(50);
});

test("a person called like a service account is not the account of the client of that name", async () => {
  realm.makeAdministrator({
    ...{ token: "carl", username: "service-account-web" },
    adminRoles: ["view-events"],
  });
  realm.makeAdministrator({ token: "dora", username: "service-account-nobody" });
  realm.makeClient({ clientId: "web", publicClient: true });
  expect(statesIn(await served.survey())).toEqual([["service-account-web", "unlinked"]]);
});

test("a renamed account is found if its client's service accounts are off, and never requested if they are on", async () => {
  const uuidOf = (clientId: string) =>
    realm.dump().clients.find((client) => client.clientId === clientId)?.id ?? "";
  makeRenamed("off", "service-account-former", "view-events");
  realm.changeClient(uuidOf("off"), { serviceAccountsEnabled: false });
  makeRenamed("public", "other", "view-events");
  realm.changeClient(uuidOf("public"), { publicClient: true });
  const before = realm.dump();
  expect(statesIn(await served.survey())).toEqual([
    ["off", "leftover"],
    ["other", "unlinked"],
  ]);
  const asked = served.sent.filter((request) => request.includes("service-account-user"));
  expect(asked).toContain(`GET /clients/${uuidOf("off")}/service-account-user`);
  expect(asked).not.toContain(`GET /clients/${uuidOf("public")}/service-account-user`);
  expect(realm.dump()).toEqual(before);
});

test("a client without an account is not asked for one, which would make it", async () => {
  realm.deleteUser(served.makeAccount("imported"));
  served.makeAccount("api", "view-events");
  const before = realm.dump();
  expect(statesIn(await served.survey())).toEqual([
    ["api", "active"],
    ["imported", "noUser"],
  ]);
  expect(served.sent.filter((request) => request.includes("service-account-user"))).toEqual([]);
  expect(realm.dump()).toEqual(before);
});

test("what admin roles include is what they include on this server", async () => {
  const { id } = realm.findRole("view-users", realm.adminClientUuid);
  realm.addComposites(id, [served.adminRole("realm-admin")]);
  served.makeAccount("api", "view-users");
  const [row] = accountRows(await served.survey(), new Map());
  expect(row?.held.map(({ name }) => name)).toContain("realm-admin");
  expect(row?.consequences.has("isRealmAdmin")).toBe(true);
});

test("a realm-admin that includes less gives less", async () => {
  const { id } = realm.findRole("realm-admin", realm.adminClientUuid);
  const others = ["manage-users", "manage-clients", "manage-realm", "impersonation"];
  realm.makeAdministrator({
    token: "boss",
    adminRoles: ["view-clients", "view-users", "view-realm", "view-events"],
  });
  realm.removeComposites(id, others.map(served.adminRole));
  served.makeAccount("api", "realm-admin");
  const [row] = accountRows(await served.survey({}, "boss"), new Map());
  const held = row?.held.map(({ name }) => name) ?? [];
  expect(held).toContain("view-events");
  expect(held.filter((name) => others.includes(name))).toEqual([]);
});

test("what comes through composite roles is found, also in several steps and in a circle", async () => {
  const [inner, outer] = [realm.makeRealmRole("inner"), realm.makeRealmRole("outer")];
  realm.addComposites(inner.id, [served.adminRole("manage-users"), outer.id]);
  realm.addComposites(outer.id, [inner.id]);
  const bundle = realm.makeClientRole(realm.adminClientUuid, "bundle");
  realm.addComposites(bundle.id, [served.adminRole("view-events")]);
  const [one, two] = [served.makeAccount("one"), served.makeAccount("two")];
  realm.mapRoles(one, [outer.id]);
  realm.mapRoles(two, [bundle.id]);
  // Through a role of a client that doesn't count itself.
  const helper = realm.makeClientRole(realm.makeClient({ clientId: "app" }), "helper");
  realm.addComposites(helper.id, [served.adminRole("view-realm")]);
  const indirect = realm.makeRealmRole("indirect");
  realm.addComposites(indirect.id, [helper.id]);
  const three = served.makeAccount("three");
  realm.mapRoles(three, [indirect.id]);
  const found = await served.survey();
  expect(givenTo(found, one)).toEqual([
    { role: "admin:manage-users", source: { kind: "composite", name: "outer" } },
  ]);
  expect(givenTo(found, two)).toEqual([
    { role: "admin:view-events", source: { kind: "composite", name: "bundle" } },
  ]);
  expect(givenTo(found, three)).toEqual([
    { role: "admin:view-realm", source: { kind: "composite", name: "indirect" } },
  ]);
});

test("a role whose name would lead elsewhere in an address is not asked for", async () => {
  const up = realm.makeRealmRole("..");
  realm.addComposites(up.id, [served.adminRole("view-users")]);
  await served.survey();
  expect(served.sent.filter((request) => request.includes(up.id))).toEqual([]);
});

test("what comes through a group, or one above it, is found, each group looked at once", async () => {
  const top = realm.makeGroup("operators");
  const night = realm.makeGroup("night", top);
  const composite = realm.makeRealmRole("bundle");
  realm.addComposites(composite.id, [served.adminRole("view-events")]);
  realm.mapRoles(top, [served.adminRole("view-users"), composite.id]);
  const userId = served.makeAccount("api");
  realm.joinGroup(userId, night);
  const found = await served.survey();
  const source = { kind: "group", name: "/operators" };
  expect(givenTo(found, userId)).toEqual([
    { role: "admin:view-events", source },
    { role: "admin:view-users", source },
  ]);
  const membersOfTop = served.sent.filter((request) => request.includes(`/groups/${top}/members`));
  expect(membersOfTop).toHaveLength(1);
});

test("a realm without groups takes one request to say so", async () => {
  served.makeAccount("api", "view-users");
  await served.survey();
  expect(served.sent.filter((request) => /\/groups\b/.test(request))).toEqual([
    "GET /groups/count",
  ]);
});

test("every account has the roles in the default role, whatever its name", async () => {
  const usual = realm.findRole("default-roles-demo");
  realm.addComposites(usual.id, [served.adminRole("view-users")]);
  const names = ["query-groups", "query-users", "view-users"];
  const givenByRole = (name: string) =>
    names.map((role) => ({ role: `admin:${role}`, source: { kind: "defaultRole", name } }));
  const givenToAll = async () =>
    [...(await served.survey()).givenToAll].sort((a, b) => (a.role < b.role ? -1 : 1));
  expect(await givenToAll()).toEqual(givenByRole("default-roles-demo"));
  realm.renameRole(usual.id, "everybody");
  expect(await givenToAll()).toEqual(givenByRole("everybody"));
});

test("the last sign-ins are reported if the realm stores them", async () => {
  served.makeAccount("api");
  realm.changeSettings({ eventsEnabled: true });
  realm.record({ type: "CLIENT_LOGIN", clientId: "api", time: 1_000 });
  realm.record({ type: "CLIENT_LOGIN", clientId: "api", time: 2_000 });
  realm.record({ type: "LOGIN", clientId: "web", time: 3_000 });
  const { signIns } = await served.survey();
  expect(signIns).toMatchObject({
    isRecorded: true,
    lastByClientId: new Map([["api", 2_000]]),
    isComplete: true,
    keptSince: 1_000,
  });
});

test.each([
  ["no events", { eventsEnabled: false }],
  ["events of other kinds", { eventsEnabled: true, enabledEventTypes: ["LOGIN"] }],
])("a realm that keeps %s tells nothing of sign-ins", async (_, settings) => {
  realm.changeSettings(settings);
  expect((await served.survey()).signIns.isRecorded).toBe(false);
});

test("accounts and clients behind the first page are read too", async () => {
  for (let number = 0; number < 130; number += 1) served.makeAccount(`client ${number}`);
  const { users, clients, progress } = await served.survey();
  expect(users).toHaveLength(130);
  expect([...clients.values()].filter(({ isOn }) => isOn)).toHaveLength(130);
  expect(progress.clientsRead).toBe(136);
});

test("accounts and clients that are on two pages, since one was made meanwhile, are found once", async () => {
  for (let number = 0; number < 130; number += 1) served.makeAccount(`client ${number}`);
  const make = (clientId: string) => (answer: () => Promise<Response>) => {
    served.makeAccount(clientId);
    return answer();
  };
  served.faults.push(
    { request: /^GET \/users\?first=20/, fault: make("a") },
    { request: /^GET \/users\?first=120/, fault: make("b") },
    { request: /^GET \/clients\?first=100/, fault: make("c") },
  );
  const { users, clients, progress } = await served.survey();
  expect(new Set(users.map(({ userId }) => userId)).size).toBe(users.length);
  expect(users).toHaveLength(130);
  const on = [...clients.values()].filter(({ isOn }) => isOn);
  expect(new Set(on.map(({ clientUuid }) => clientUuid)).size).toBe(132);
  expect(progress.clientsRead).toBe(138);
});

test("an account that moved between pages is found by its roles", async () => {
  const first = realm.makeClient({ clientId: "a", serviceAccountsEnabled: true });
  for (let number = 100; number < 130; number += 1) {
    served.makeAccount(`client ${number}`, "view-events");
  }
  served.faults.push({
    request: /^GET \/users\?first=20/,
    fault: (answer) => {
      realm.deleteClient(first);
      return answer();
    },
  });
  const found = await served.survey();
  const rows = accountRows(found, new Map());
  expect(rows).toHaveLength(30);
  expect(rows.filter(({ held }) => held.length === 0)).toEqual([]);
});

test("in master, realm roles with admin access are found like those of the admin client", async () => {
  const { master } = served.keycloak;
  master.makeAdministrator({ token: "root", realmRoles: ["admin"] });
  const uuid = master.makeClient({ clientId: "robot", serviceAccountsEnabled: true });
  const userId = master.serviceAccountUserId(uuid) ?? "";
  master.mapRoles(userId, [master.findRole("create-realm").id]);
  const bundle = master.makeRealmRole("bundle");
  master.addComposites(bundle.id, [master.findRole("admin").id]);
  master.mapRoles(userId, [bundle.id]);
  const found = await surveyServiceAccounts(served.apiOf("root", "master"), {
    ...surveyOfDemo,
    administers: "master",
    adminClientId: "master-realm",
    isMaster: true,
  });
  const bySource = (kind: string) =>
    (found.given.get(userId) ?? []).filter(({ source }) => source.kind === kind);
  expect(bySource("mapped")).toEqual([{ role: "realm:create-realm", source: { kind: "mapped" } }]);
  expect(bySource("composite").map(({ role }) => role)).toContain("realm:admin");
  expect(found.roles.has("realm:admin")).toBe(true);
});

test("for another realm only roles are requested if the accounts were read before", async () => {
  const { master } = served.keycloak;
  master.makeAdministrator({ token: "root", realmRoles: ["admin"] });
  const api = served.apiOf("root", "master");
  const uuid = master.makeClient({ clientId: "robot", serviceAccountsEnabled: true });
  const demo = master.makeClient({ clientId: "demo-realm", protocol: "" });
  const role = master.makeClientRole(demo, "view-users");
  const userId = master.serviceAccountUserId(uuid) ?? "";
  master.mapRoles(userId, [role.id]);
  const ofMaster = { ...surveyOfDemo, administers: "master", isMaster: true };
  const known = await surveyServiceAccounts(api, { ...ofMaster, adminClientId: "master-realm" });
  served.sent.length = 0;
  const found = await surveyServiceAccounts(api, {
    ...surveyOfDemo,
    adminClientId: "demo-realm",
    known,
  });
  expect(found.given.get(userId)).toEqual([mapped("view-users")]);
  expect(found).toMatchObject({ realm: "master", administers: "demo", isMaster: false });
  expect([found.users, found.clients]).toEqual([known.users, known.clients]);
  expect(served.sent.filter((request) => / \/(events|users)|clients\?first/.test(request))).toEqual(
    [],
  );
});

test("a survey says whether fine-grained permissions are on, and whether that is known", async () => {
  expect((await served.survey()).finePermissions).toEqual({ kind: "off" });
  realm.changeSettings({ adminPermissionsEnabled: true });
  const permissionsClientUuid = realm.makeClient({ clientId: "admin-permissions" });
  const on = { kind: "on", permissionsClientUuid };
  expect((await served.survey()).finePermissions).toEqual(on);
});
