import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { ClientState } from "../../../../src/access/model/client-state.ts";
import type { Snapshot } from "../../../../src/access/model/snapshot.ts";
import { readClientState } from "../../../../src/keycloak/client/read-client-state.ts";
import { makeWorld, type World } from "../../model/world.ts";

let world: World;
/** The ends of the paths that were asked for, wave by wave: a wave is what is sent before an answer comes. */
let waves: string[][];

beforeEach(async () => {
  world = await makeWorld({ fullScopeAllowed: true, serviceAccountsEnabled: true });
  waves = [];
  const answer = globalThis.fetch;
  let isAnswered = true;
  vi.stubGlobal("fetch", async (url: URL, init: RequestInit) => {
    if (isAnswered) waves.push([]);
    isAnswered = false;
    waves.at(-1)?.push(url.pathname.split("/").at(-1) ?? "");
    // All that is asked for at the same time is asked for before any of it is answered.
    await new Promise((resolve) => setTimeout(resolve));
    isAnswered = true;
    return answer(url, init);
  });
});

afterEach(() => vi.unstubAllGlobals());

const read = (last?: Snapshot) => {
  const { api, options } = world.subject;
  return readClientState(api, { ...options, clientIdHint: "api", asksClientScope: false }, last);
};

const snapshotIn = (state: ClientState): Snapshot => {
  if (state.kind !== "ready") throw new Error(`The client is ${state.kind}.`);
  return state.snapshot;
};

test("a client that was not read before is read in two waves of requests", async () => {
  await read();
  expect(waves.map((wave) => wave.length)).toEqual([3, 5]);
});

test("a client that was read before is read in one wave, with its current state", async () => {
  const last = snapshotIn(await read());
  waves = [];
  const now = snapshotIn(await read({ ...last, mapped: new Set(), roles: new Map() }));
  expect(waves.map((wave) => wave.length)).toEqual([7]);
  expect(now).toEqual(last);
});

test("if the account was recreated meanwhile, the new account's roles are read", async () => {
  const last = snapshotIn(await read());
  await world.renewAccount();
  waves = [];
  const now = snapshotIn(await read(last));
  expect(now.account).not.toEqual(last.account);
  expect(now.isReadable).toBe(true);
  expect(waves.map((wave) => wave.length)).toEqual([7, 5]);
});

test("if full scope was allowed meanwhile, no scope is reported", async () => {
  const last = snapshotIn(await read());
  const wasNarrow = { ...last, client: { ...last.client, fullScopeAllowed: false } };
  const now = snapshotIn(await read(wasNarrow));
  expect(now.inScope).toBeUndefined();
});

test("without the client ID on the page, the user is looked for once the client is known", async () => {
  const { api, options } = world.subject;
  const state = await readClientState(api, { ...options, asksClientScope: false });
  expect(snapshotIn(state).account.kind).toBe("found");
  expect(waves.map((wave) => wave.length)).toEqual([2, 1, 5]);
});

test("looking at a client whose user is missing creates none, and says that it isn't found", async () => {
  const { realm, clientUuid } = world;
  realm.deleteUser(realm.serviceAccountUserId(clientUuid) ?? "");
  const { account, isReadable } = snapshotIn(await read());
  expect([account, isReadable]).toEqual([{ kind: "notUnderUsualName" }, false]);
  expect(realm.serviceAccountUserId(clientUuid)).toBeUndefined();
});

test("a public client whose service accounts are still on is looked at as carefully", async () => {
  const { realm, clientUuid } = world;
  realm.changeClient(clientUuid, { publicClient: true });
  realm.deleteUser(realm.serviceAccountUserId(clientUuid) ?? "");
  expect(snapshotIn(await read()).account.kind).toBe("notUnderUsualName");
  expect(realm.serviceAccountUserId(clientUuid)).toBeUndefined();
});

test("a leftover account is found under any name, with its roles", async () => {
  const { realm, clientUuid } = world;
  const userId = realm.serviceAccountUserId(clientUuid) ?? "";
  realm.mapRoles(userId, [realm.findRole("realm-admin", realm.adminClientUuid).id]);
  realm.renameUser(userId, "robot");
  realm.changeClient(clientUuid, { publicClient: true, serviceAccountsEnabled: false });
  const { account, mapped, effective } = snapshotIn(await read());
  expect(account).toMatchObject({ kind: "found", userId });
  expect([...mapped]).toEqual(["admin:realm-admin"]);
  expect(effective.has("admin:manage-users")).toBe(true);
});

test("an account under another name stays known once it was linked", async () => {
  const { realm, clientUuid, subject } = world;
  const userId = realm.serviceAccountUserId(clientUuid) ?? "";
  realm.renameUser(userId, "robot");
  expect(snapshotIn(await read()).account.kind).toBe("notUnderUsualName");
  const options = { ...subject.options, linkedUserId: userId };
  const state = await readClientState(subject.api, options);
  expect(snapshotIn(state).account).toMatchObject({ kind: "found", userId });
});

test("if the user with the usual name is a person, the roles of the client's own account are read", async () => {
  const { realm, clientUuid } = world;
  const userId = realm.serviceAccountUserId(clientUuid) ?? "";
  realm.renameUser(userId, "robot");
  realm.makeAdministrator({
    token: "person",
    username: "service-account-api",
    adminRoles: ["view-users"],
  });
  realm.mapRoles(userId, [realm.findRole("view-events", realm.adminClientUuid).id]);
  const { account, mapped } = snapshotIn(await read());
  expect(account).toMatchObject({ kind: "found", userId });
  expect([...mapped]).toEqual(["admin:view-events"]);
});

test("a disabled user is reported", async () => {
  const { realm, clientUuid } = world;
  realm.enableUser(realm.serviceAccountUserId(clientUuid) ?? "", false);
  expect(snapshotIn(await read()).account).toMatchObject({ kind: "found", enabled: false });
});

test("data read ahead is discarded if the account changed", async () => {
  const { realm, clientUuid } = world;
  realm.changeClient(clientUuid, { serviceAccountsEnabled: false });
  const userId = realm.serviceAccountUserId(clientUuid) ?? "";
  realm.deleteUser(userId);
  const last = snapshotIn(await read());
  expect(last.account.kind).toBe("none");
  realm.changeClient(clientUuid, { serviceAccountsEnabled: true });
  expect(snapshotIn(await read(last))).toMatchObject({
    account: { kind: "notUnderUsualName" },
    isReadable: false,
  });
});
