/** Changes by presets of a realm: what is assigned is what was shown, and the client says what it got. */
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { isReached } from "../../../../src/access/plan/outcome.ts";
import { presetStates } from "../../../../src/access/presets/preset-state.ts";
import { answering } from "../serve-keycloak.ts";
import { billingSync, serveRealmWithPresets } from "./realm-with-presets.ts";

beforeEach(() => {
  // Nobody waits between two tries.
  vi.stubGlobal("setTimeout", (run: () => void) => queueMicrotask(run));
});

afterEach(() => {
  vi.unstubAllGlobals();
});

const ids = ["custom:billing-sync"];
const marker = "service-account-presets.custom.billing-sync";

test("roles of three containers are assigned, read back and undone, and so is the marker", async () => {
  const served = await serveRealmWithPresets();
  const before = served.clientNow();
  const done = await served.change("add", ids, await served.read());
  expect(isReached(done.outcome)).toBe(true);
  expect(served.held()).toEqual(["bookkeeper", "view-users", "write"]);
  expect(served.markers()).toEqual({ [marker]: "1" });
  const { state } = done.outcome;
  const snapshot = state?.kind === "ready" ? state.snapshot : undefined;
  const shown = snapshot && presetStates(snapshot).find(({ preset }) => preset.id === ids[0]);
  expect(shown?.status.kind).toBe("applied");
  expect(snapshot?.client.markers?.get(marker)).toBe("1");

  const undone = await served.undo(done);
  expect(isReached(undone.outcome)).toBe(true);
  expect(served.held()).toEqual([]);
  expect(served.clientNow()).toEqual(before);
});

test("with full scope off, the roles of all containers are added to the client's scope, and Undo removes them", async () => {
  const served = await serveRealmWithPresets({ client: { fullScopeAllowed: false } });
  const before = served.clientNow();
  const done = await served.change("add", ids, await served.read());
  const names = served.clientNow()?.scopeMappings.map(([, , name]) => name);
  expect(names?.sort()).toEqual(["bookkeeper", "view-users", "write"]);
  await served.undo(done);
  expect(served.clientNow()).toEqual(before);
});

test("a preset that changed between plan and change sends nothing, and is read again", async () => {
  const served = await serveRealmWithPresets();
  const shown = await served.read();
  const wider = [...billingSync.roles, { client: "realm-management", role: "realm-admin" }];
  await served.revise({ ...billingSync, roles: wider, revision: 2 });
  const { outcome } = await served.change("add", ids, shown);
  expect(served.writes()).toEqual([]);
  expect(served.held()).toEqual([]);
  expect(isReached(outcome)).toBe(false);
  expect(outcome.thrown).toMatchObject({ failure: "presetChanged" });
  // The tab reads the presets of the realm again by that.
  expect(outcome.state).toMatchObject({ kind: "ready", snapshot: { custom: undefined } });
});

test.each([
  ["renamed", { name: "Other" }],
  ["given another revision", { revision: 2 }],
  ["given another order of roles", { roles: [...billingSync.roles].reverse() }],
])("a preset that was %s meanwhile isn't what was shown", async (_, change) => {
  const served = await serveRealmWithPresets();
  const shown = await served.read();
  await served.revise({ ...billingSync, ...change });
  const { outcome } = await served.change("add", ids, shown);
  expect(outcome.thrown).toMatchObject({ failure: "presetChanged" });
  expect(served.writes()).toEqual([]);
});

test("where the store can't be read, nothing is sent", async () => {
  const served = await serveRealmWithPresets();
  const shown = await served.read();
  const fault = { request: /clientId=service-account-presets/, fault: answering(403) };
  served.faults.push(fault);
  await served.change("add", ids, shown);
  expect(served.writes()).toEqual([]);
});

test("Remove takes the marker away, without asking for the store: roles of a deleted preset can be removed", async () => {
  const served = await serveRealmWithPresets();
  await served.change("add", ids, await served.read());
  const shown = await served.read();
  await served.revise({ ...billingSync, name: "Other", revision: 2 });
  const done = await served.change("remove", ids, shown);
  expect(isReached(done.outcome)).toBe(true);
  expect(served.held()).toEqual([]);
  expect(served.markers()).toEqual({});
  await served.undo(done);
  expect(served.held()).toEqual(["bookkeeper", "view-users", "write"]);
  expect(served.markers()).toEqual({ [marker]: "1" });
});

test("Replace by a built-in preset takes the marker away, and Undo brings roles and marker back", async () => {
  const served = await serveRealmWithPresets();
  await served.change("add", ids, await served.read());
  const done = await served.change("exact", ["event-monitoring"], await served.read());
  expect(isReached(done.outcome)).toBe(true);
  expect(served.held()).not.toContain("view-users");
  expect(served.markers()).toEqual({});
  await served.undo(done);
  expect(served.held()).toContain("view-users");
  expect(served.markers()).toEqual({ [marker]: "1" });
});

test("a higher revision replaces the marker", async () => {
  const served = await serveRealmWithPresets();
  await served.change("add", ids, await served.read());
  const kept = billingSync.roles.slice(0, 2);
  const roles = [...kept, { client: "https://billing/api", role: "read" }];
  const formerly = [{ revision: 1, roles: billingSync.roles }];
  await served.revise({ ...billingSync, roles, revision: 2, formerly });
  const shown = await served.read();
  const state = presetStates(shown).find(({ preset }) => preset.id === ids[0]);
  expect(state?.upgrade).toMatchObject({
    version: "1",
    lacking: [{ name: "read" }],
    left: [{ name: "bookkeeper" }],
  });
  await served.change("add", ids, shown);
  expect(served.markers()).toEqual({ [marker]: "2" });
});

test("who may not change the client assigns the roles and leaves it unmarked", async () => {
  const served = await serveRealmWithPresets({
    ...{ token: "bert", presets: [{ ...billingSync, roles: billingSync.roles.slice(1) }] },
  });
  served.realm.makeAdministrator({
    ...{ token: "bert", adminRoles: ["manage-users", "view-clients", "view-realm"] },
  });
  const { outcome } = await served.change("add", ids, await served.read());
  expect(isReached(outcome)).toBe(true);
  expect(served.held()).toEqual(["bookkeeper", "write"]);
  expect(served.markers()).toEqual({});
});

test("where the marker can't be written, the roles stay, and it is told", async () => {
  const served = await serveRealmWithPresets();
  const shown = await served.read();
  served.faults.push({ request: /^PUT \/clients\//, fault: answering(500) });
  const { outcome } = await served.change("add", ids, shown);
  expect(outcome.areMarkersOpen).toBe(true);
  expect(served.held()).toEqual(["bookkeeper", "view-users", "write"]);
});

test("a built-in preset neither asks for the store nor marks the client", async () => {
  const served = await serveRealmWithPresets();
  await served.change("add", ["event-monitoring"], await served.read());
  expect(served.sent.filter((it) => it.includes("service-account-presets"))).toEqual([]);
  expect(served.markers()).toEqual({});
});

test("a change that stops before its end marks nothing", async () => {
  const served = await serveRealmWithPresets();
  const shown = await served.read();
  served.faults.push({ request: /^POST .*role-mappings\/realm/, fault: answering(403) });
  const { outcome } = await served.change("add", ids, shown);
  expect(isReached(outcome)).toBe(false);
  expect(served.held()).not.toContain("bookkeeper");
  expect(served.markers()).toEqual({});
});
