import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { readRoleSources } from "../../../../src/keycloak/client/read-role-sources.ts";
import { answering, type ServedKeycloak, serveKeycloak } from "../serve-keycloak.ts";

let served: ServedKeycloak;
let userId: string;

beforeEach(() => {
  served = serveKeycloak();
  const { realm } = served;
  const clientUuid = realm.makeClient({ clientId: "api", serviceAccountsEnabled: true });
  userId = realm.serviceAccountUserId(clientUuid) ?? "";
});

afterEach(() => vi.unstubAllGlobals());

const ofAdmin = (name: string) => served.realm.findRole(name, served.realm.adminClientUuid).id;

const read = () =>
  readRoleSources(served.apiOf(), userId, {
    adminClient: {
      clientUuid: served.realm.adminClientUuid,
      clientId: "realm-management",
      authorizationServicesEnabled: false,
    },
    isMaster: false,
  });

test("groups are found by name, and the groups above them too", async () => {
  const { realm } = served;
  const above = realm.makeGroup("Everyone");
  realm.mapRoles(above, [ofAdmin("view-events")]);
  const group = realm.makeGroup("Automation", above);
  realm.mapRoles(group, [ofAdmin("view-realm")]);
  realm.joinGroup(userId, group);
  const { sources, areGroupsRead } = await read();
  expect(areGroupsRead).toBe(true);
  const isGroup = { kind: "group", clientUuid: undefined };
  expect(sources.filter(({ kind }) => kind === "group")).toEqual([
    { ...isGroup, id: group, name: "Automation", gives: new Set(["admin:view-realm"]) },
    { ...isGroup, id: above, name: "Everyone", gives: new Set(["admin:view-events"]) },
  ]);
});

test("composite roles of the realm and of clients are found by name", async () => {
  const { realm } = served;
  const bundle = realm.makeRealmRole("ops-bundle");
  realm.addComposites(bundle.id, [ofAdmin("view-events")]);
  const shop = realm.makeClient({ clientId: "shop" });
  const ofShop = realm.makeClientRole(shop, "keeper");
  realm.addComposites(ofShop.id, [ofAdmin("view-realm")]);
  realm.mapRoles(userId, [bundle.id, ofShop.id]);
  const { sources, areRolesRead } = await read();
  expect(areRolesRead).toBe(true);
  expect(sources.map(({ kind, name, clientUuid }) => [kind, name, clientUuid])).toEqual(
    expect.arrayContaining([
      ["role", "ops-bundle", undefined],
      ["role", "keeper", shop],
    ]),
  );
});

test("a composite role that can't be looked into counts as not read, and the others are told", async () => {
  const { realm } = served;
  const bundle = realm.makeRealmRole("ops-bundle");
  realm.addComposites(bundle.id, [ofAdmin("view-events")]);
  realm.mapRoles(userId, [bundle.id]);
  served.faults.push({
    request: new RegExp(`^GET /roles-by-id/${bundle.id}/composites`),
    fault: answering(403),
  });
  const { sources, areGroupsRead, areRolesRead } = await read();
  expect({ areGroupsRead, areRolesRead }).toEqual({ areGroupsRead: true, areRolesRead: false });
  expect(sources.map(({ name }) => name)).not.toContain("ops-bundle");
});

test("an account without roles of the realm has no source", async () => {
  const { realm } = served;
  realm.unmapRoles(userId, [realm.findRole("default-roles-demo").id]);
  expect(await read()).toEqual({ sources: [], areGroupsRead: true, areRolesRead: true });
});

test("what may not be seen counts as not read, and nothing is guessed", async () => {
  served.faults.push({ request: /^GET \/users\/[^/]+\/groups/, fault: answering(403) });
  served.faults.push({ request: /^GET \/users\/[^/]+\/role-mappings$/, fault: answering(403) });
  expect(await read()).toEqual({ sources: [], areGroupsRead: false, areRolesRead: false });
});
