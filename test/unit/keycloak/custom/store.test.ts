import { afterEach, expect, test, vi } from "vitest";
import type { FoundStore } from "../../../../src/access/custom/store-of.ts";
import { writeCustomPreset } from "../../../../src/access/custom/write-custom-preset.ts";
import { createStore } from "../../../../src/keycloak/custom/create-store.ts";
import { deletePreset } from "../../../../src/keycloak/custom/delete-preset.ts";
import { readStore } from "../../../../src/keycloak/custom/read-store.ts";
import { removeStore } from "../../../../src/keycloak/custom/remove-store.ts";
import { valueIn, writePreset } from "../../../../src/keycloak/custom/write-preset.ts";
import { answering, cut, serveKeycloak } from "../serve-keycloak.ts";

afterEach(() => void vi.unstubAllGlobals());

const billing = {
  ...{ id: "billing", name: "Billing", purpose: "Books invoices" },
  ...{ roles: [{ client: "realm-management", role: "view-users" }], revision: 1, formerly: [] },
};

const value = writeCustomPreset(billing);

const storeIn = ({ realm }: ReturnType<typeof serveKeycloak>) =>
  realm.dump().clients.find(({ settings }) => settings.clientId === "service-account-presets");

async function found(api: Parameters<typeof readStore>[0]) {
  const store = await readStore(api);
  expect(store.kind).toBe("found");
  return store as FoundStore;
}

test("the first preset makes the store: a disabled public client without flows and client scopes", async () => {
  const served = serveKeycloak();
  const api = served.apiOf();
  expect(await readStore(api)).toEqual({ kind: "none" });
  expect(await writePreset(api, billing, undefined)).toMatchObject({ kind: "done" });
  expect(storeIn(served)?.settings).toMatchObject({
    ...{ enabled: false, publicClient: true, standardFlowEnabled: false },
    ...{ serviceAccountsEnabled: false, fullScopeAllowed: false, directAccessGrantsEnabled: false },
    attributes: { "service-account-presets.format": "1", "preset.billing": value },
  });
  const store = await found(api);
  expect(store).toMatchObject({ presets: [billing], broken: [], alterations: [] });
  expect(store.isManageable).toBe(true);
});

test("writing and deleting a preset leaves the others and the rest of the client", async () => {
  const served = serveKeycloak();
  const api = served.apiOf();
  await writePreset(api, billing, undefined);
  const before = storeIn(served);
  const other = { ...billing, id: "other", name: "Other" };
  await writePreset(api, other, undefined);
  await writePreset(api, { ...billing, purpose: "Why" }, value);
  expect((await found(api)).presets).toEqual([{ ...billing, purpose: "Why" }, other]);
  await writePreset(api, billing, writeCustomPreset({ ...billing, purpose: "Why" }));
  expect(await deletePreset(api, "other", writeCustomPreset(other))).toMatchObject({
    kind: "done",
  });
  expect(storeIn(served)).toEqual(before);
});

test("a preset that somebody changed, made or deleted meanwhile isn't overwritten", async () => {
  const served = serveKeycloak();
  const api = served.apiOf();
  await writePreset(api, billing, undefined);
  const changed = { ...billing, purpose: "Theirs" };
  const theirs = writeCustomPreset(changed);
  await writePreset(api, changed, value);
  const before = storeIn(served);
  const mine = { ...billing, purpose: "Mine" };
  expect(await writePreset(api, mine, value)).toEqual({ kind: "changed", value: theirs });
  expect(await writePreset(api, mine, undefined)).toEqual({ kind: "changed", value: theirs });
  expect(await deletePreset(api, "billing", value)).toEqual({ kind: "changed", value: theirs });
  const gone = await writePreset(api, { ...billing, id: "gone" }, value);
  expect(gone).toEqual({ kind: "changed", value: undefined });
  expect(storeIn(served)).toEqual(before);
});

test("a client of that name that isn't the store stays as it is", async () => {
  const served = serveKeycloak();
  const api = served.apiOf();
  const clientUuid = served.realm.makeClient({ clientId: "service-account-presets" });
  const before = storeIn(served);
  expect(await readStore(api)).toEqual({ kind: "notOurs", clientUuid, format: undefined });
  expect(await writePreset(api, billing, undefined)).toEqual({ kind: "notOurs" });
  expect(await deletePreset(api, "billing", value)).toEqual({ kind: "notOurs" });
  expect(await removeStore(api)).toEqual({ kind: "notOurs" });
  expect(storeIn(served)).toEqual(before);
});

test("a client whose ID only looks like the store's isn't the store", async () => {
  const { apiOf, faults } = serveKeycloak();
  const other = { id: "u", clientId: "Service-account-presets", attributes: {} };
  faults.push({ request: /^GET \/clients\?clientId=service/, fault: answering(200, [other]) });
  expect(await readStore(apiOf())).toEqual({ kind: "none" });
});

test("who may not see clients doesn't know of a store, and writes nothing", async () => {
  const served = serveKeycloak();
  await writePreset(served.apiOf(), billing, undefined);
  const before = storeIn(served);
  // An empty list, and a refusal.
  for (const role of ["query-clients", "manage-users"]) {
    served.realm.makeAdministrator({ token: role, adminRoles: [role] });
    const api = served.apiOf(role);
    expect(await readStore(api)).toEqual({ kind: "notKnown" });
    expect(await writePreset(api, billing, undefined)).toEqual({ kind: "notKnown" });
    expect(await deletePreset(api, "billing", value)).toEqual({ kind: "notKnown" });
    expect(await removeStore(api)).toEqual({ kind: "notKnown" });
  }
  expect(storeIn(served)).toEqual(before);
});

test("in master, the client with the admin roles has another name", async () => {
  const { keycloak, apiOf } = serveKeycloak();
  keycloak.master.makeAdministrator({ token: "server admin", realmRoles: ["admin"] });
  expect(await readStore(apiOf("server admin", "master"))).toEqual({ kind: "none" });
});

test("who sees clients already isn't asked twice", async () => {
  const { apiOf, sent } = serveKeycloak();
  expect(await readStore(apiOf(), true)).toEqual({ kind: "none" });
  expect(sent).toHaveLength(1);
});

test("who may only view sees the presets, and that they can't be changed", async () => {
  const { apiOf, realm } = serveKeycloak();
  await writePreset(apiOf(), billing, undefined);
  realm.makeAdministrator({ token: "viewer", adminRoles: ["view-clients"] });
  const store = await found(apiOf("viewer"));
  expect(store.isManageable).toBe(false);
  await expect(writePreset(apiOf("viewer"), billing, value)).rejects.toMatchObject({
    failure: "forbidden",
  });
});

test("a failure of the server is thrown, and isn't taken for no store", async () => {
  const { apiOf, faults } = serveKeycloak();
  faults.push({ request: /^GET \/clients/, fault: answering(503) });
  await expect(readStore(apiOf())).rejects.toMatchObject({ failure: "serverError" });
  faults.push({ request: /clientId=realm-management/, fault: cut });
  await expect(readStore(apiOf())).rejects.toMatchObject({ failure: "unreachable" });
});

test("a store that somebody else makes at the same time is used", async () => {
  const served = serveKeycloak();
  const api = served.apiOf();
  served.faults.push({
    request: /^POST \/clients/,
    fault: async (answer) => {
      await createStore(served.apiOf(), { "preset.theirs": writeCustomPreset(billing) });
      return answer();
    },
  });
  expect(await writePreset(api, billing, undefined)).toMatchObject({ kind: "done" });
  expect((await found(api)).presets.map(({ id }) => id)).toEqual(["billing", "theirs"]);
});

test("what the server doesn't store as it was written is told", async () => {
  const { apiOf, faults } = serveKeycloak();
  const api = apiOf();
  await writePreset(api, billing, undefined);
  const other = { ...billing, id: "other" };
  faults.push({ request: /^PUT/, fault: async () => new Response(null, { status: 204 }) });
  expect(await writePreset(api, other, undefined)).toEqual({
    ...{ kind: "notAsWritten", value: undefined },
  });
  faults.push({ request: /^PUT/, fault: async () => new Response(null, { status: 204 }) });
  expect(await deletePreset(api, "billing", value)).toEqual({ kind: "notAsWritten", value });
});

test("more presets than there may be, and one that is too long, aren't written", async () => {
  const served = serveKeycloak();
  const api = served.apiOf();
  const many = Array.from({ length: 200 }, (_, count) => [`preset.p${count}`, value]);
  await createStore(api, Object.fromEntries(many));
  expect(await writePreset(api, billing, undefined)).toEqual({ kind: "full" });
  expect(await writePreset(api, { ...billing, id: "p3", purpose: "" }, value)).toMatchObject({
    kind: "done",
  });
  const roles = Array.from({ length: 200 }, (_, count) => ({
    client: "\u0000".repeat(255),
    role: `${count}`,
  }));
  const long = await writePreset(api, { ...billing, roles }, undefined);
  expect(long).toMatchObject({ kind: "tooLong", length: expect.any(Number) });
});

test("a store is removed once it is empty, and then nothing is left", async () => {
  const served = serveKeycloak();
  const api = served.apiOf();
  const before = served.realm.dump();
  await writePreset(api, billing, undefined);
  expect(await removeStore(api)).toEqual({ kind: "notEmpty", count: 1 });
  const stored = valueIn(await readStore(api), "billing") ?? "";
  await deletePreset(api, "billing", stored);
  expect(await removeStore(api)).toEqual({ kind: "removed" });
  expect(await removeStore(api)).toEqual({ kind: "none" });
  expect(served.realm.dump()).toEqual(before);
});
