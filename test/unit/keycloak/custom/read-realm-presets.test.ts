/** What a client's snapshot gains by the presets of its realm. */
import { afterEach, expect, test, vi } from "vitest";
import { riskOf } from "../../../../src/access/model/risk.ts";
import type { Snapshot } from "../../../../src/access/model/snapshot.ts";
import { presetStates } from "../../../../src/access/presets/preset-state.ts";
import { readRealmPresets } from "../../../../src/keycloak/custom/read-realm-presets.ts";
import { containersOfPresets } from "../../../../src/keycloak/custom/role-containers.ts";
import { billingSync, serveRealmWithPresets } from "./realm-with-presets.ts";

afterEach(() => {
  vi.unstubAllGlobals();
});

/** The states of a preset of the realm, of its roles, and its status. */
function stateOf(snapshot: Snapshot, id = "billing-sync") {
  const found = presetStates(snapshot).find(({ preset }) => preset.id === `custom:${id}`);
  return {
    preset: found?.preset,
    status: found?.status.kind,
    roles: found?.roles.map(({ container, name, state }) => [container, name, state]),
  };
}

const billing = "client/https%3A%2F%2Fbilling%2Fapi";

test("roles of three containers are told with what the client holds of each", async () => {
  const served = await serveRealmWithPresets();
  const { realm, clientUuid } = served;
  const { id } = realm.findRole("bookkeeper");
  realm.mapRoles(realm.serviceAccountUserId(clientUuid) ?? "", [id]);
  const { preset, status, roles } = stateOf(await served.read());
  expect(preset?.custom).toMatchObject({ name: "Billing sync", revision: 1 });
  expect(status).toBe("missing");
  expect(roles).toEqual([
    ["admin", "view-users", "missing"],
    [billing, "write", "missing"],
    ["otherRealm", "bookkeeper", "mapped"],
  ]);
});

test("a realm without presets, or without the store, gains nothing", async () => {
  const served = await serveRealmWithPresets({ presets: [] });
  const snapshot = await served.read();
  expect(snapshot.custom).toMatchObject({ presets: [], containers: [] });
  const store = served.realm.dump().clients.find((it) => it.clientId === "service-account-presets");
  served.realm.deleteClient(store?.id ?? "");
  const options = { adminClientId: "realm-management", isInMaster: false, visible: String };
  const found = await readRealmPresets(served.subject.api, snapshot, options);
  expect(found.store).toEqual({ kind: "none" });
  expect(served.sent).toEqual(["GET /clients?clientId=service-account-presets"]);
});

test("a composite role of any name that includes realm-admin makes the preset critical", async () => {
  const served = await serveRealmWithPresets();
  const { realm } = served;
  realm.addComposites(realm.findRole("bookkeeper").id, [
    realm.findRole("realm-admin", realm.adminClientUuid).id,
  ]);
  const { preset } = stateOf(await served.read());
  expect(preset && riskOf(preset)?.level).toBe("critical");
  expect(preset?.custom?.gives).toContainEqual({ container: "admin", name: "realm-admin" });
});

test("a composite role within a composite role of another client counts too", async () => {
  const served = await serveRealmWithPresets();
  const { realm } = served;
  const inner = realm.makeRealmRole("harmless");
  realm.addComposites(inner.id, [realm.findRole("manage-users", realm.adminClientUuid).id]);
  realm.addComposites(realm.findRole("write", served.billing).id, [inner.id]);
  const { preset } = stateOf(await served.read());
  expect(preset?.custom?.gives).toContainEqual({ container: "admin", name: "manage-users" });
  expect(preset && riskOf(preset)?.consequences.map(({ id }) => id)).toContain("takesOverAccounts");
});

test("a client that is gone makes its roles unavailable, and nothing fails", async () => {
  const served = await serveRealmWithPresets();
  served.realm.deleteClient(served.billing);
  const { status, roles } = stateOf(await served.read());
  expect(status).toBe("unavailable");
  expect(roles?.[1]).toEqual([billing, "write", "notOnServer"]);
});

test("roles that the administrator may not see are unknown, not missing", async () => {
  const served = await serveRealmWithPresets({ token: "bert" });
  const adminRoles = ["view-clients", "view-users"];
  served.realm.makeAdministrator({ token: "bert", adminRoles });
  const { status, roles } = stateOf(await served.read());
  expect(status).toBe("unknown");
  expect(roles?.[2]).toEqual(["otherRealm", "bookkeeper", "unknown"]);
});

test("before there is an account, only who may assign admin roles is told that roles are missing", async () => {
  const served = await serveRealmWithPresets({
    ...{ client: { serviceAccountsEnabled: false }, token: "vera" },
    presets: [{ ...billingSync, roles: billingSync.roles.slice(1) }],
  });
  const statesFor = async (...adminRoles: readonly string[]) => {
    served.realm.makeAdministrator({ token: "vera", adminRoles });
    return stateOf(await served.read()).roles?.map(([, , state]) => state);
  };
  const sees = ["view-users", "view-clients", "view-realm"];
  expect(await statesFor(...sees)).toEqual(["notGrantable", "notGrantable"]);
  expect(await statesFor(...sees, "manage-users")).toEqual(["missing", "missing"]);
});

test("with full scope off, roles that aren't in the scope are told, of each container", async () => {
  const served = await serveRealmWithPresets({ client: { fullScopeAllowed: false } });
  const { realm, clientUuid, billing: uuid } = served;
  realm.mapRoles(realm.serviceAccountUserId(clientUuid) ?? "", [
    realm.findRole("view-users", realm.adminClientUuid).id,
    realm.findRole("write", uuid).id,
    realm.findRole("bookkeeper").id,
  ]);
  const snapshot = await served.read();
  expect(stateOf(snapshot).status).toBe("outOfScope");
  expect(snapshot.inScope).not.toContain(`${billing}:write`);
});

test("in master, the admin roles of another realm are unknown, and nothing is asked of them", async () => {
  const roles = [
    { client: "realm-management", role: "view-users" },
    { client: "demo-realm", role: "manage-users" },
  ];
  const served = await serveRealmWithPresets({
    ...{ realm: "master", presets: [{ ...billingSync, roles }] },
  });
  const snapshot = await served.read();
  const { status, roles: states } = stateOf(snapshot);
  expect(status).toBe("unknown");
  expect(states).toEqual([
    ["admin", "view-users", "missing"],
    ["client/demo-realm", "manage-users", "unknown"],
  ]);
  expect([...(snapshot.custom?.unseen ?? [])]).toEqual(["client/demo-realm"]);
});

test("in master, a realm role with admin power is one of its administrators' roles", async () => {
  const roles = [{ role: "admin" }, { role: "bookkeeper" }];
  const served = await serveRealmWithPresets({
    ...{ realm: "master", presets: [{ ...billingSync, roles }] },
  });
  const { preset, roles: states } = stateOf(await served.read());
  expect(states?.map(([container]) => container)).toEqual(["realm", "otherRealm"]);
  expect(preset && riskOf(preset)?.level).toBe("critical");
});

test("containers are found by the exact client ID, those of former revisions too", async () => {
  const served = await serveRealmWithPresets();
  const { realm } = served;
  const shop = realm.makeClient({ clientId: "shop" });
  realm.makeClient({ clientId: "shop-2" });
  const { roles } = billingSync;
  const preset = {
    ...billingSync,
    ...{ roles, revision: 2, formerly: [{ revision: 1, roles: [{ client: "shop", role: "a" }] }] },
  };
  await served.revise(preset);
  const snapshot = await served.read();
  const own = snapshot.custom?.presets.filter((it) => it.custom !== undefined) ?? [];
  expect(own).toHaveLength(1);
  const place = { adminClientId: "realm-management", isInMaster: false };
  expect(await containersOfPresets(served.subject.api, own, place)).toEqual([
    { container: billing, clientUuid: served.billing },
    { container: "otherRealm", clientUuid: undefined },
    { container: "client/shop", clientUuid: shop },
  ]);
});

test("hostile texts of a store are text: nothing is asked for but what they name", async () => {
  const roles = [{ client: "../../users", role: ".." }, { role: "__proto__" }];
  const preset = { ...billingSync, name: "<img src=x>\u202e", roles };
  const served = await serveRealmWithPresets({ presets: [preset] });
  const snapshot = await served.read();
  const { status, preset: shown } = stateOf(snapshot);
  expect(status).toBe("unavailable");
  expect(shown?.custom?.name).toBe("<img src=x>\u202e");
  expect(shown?.roles).toEqual([
    { container: "client/..%2F..%2Fusers", name: ".." },
    { container: "otherRealm", name: "__proto__" },
  ]);
});
