import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { readRoleContent } from "../../../../src/keycloak/client/read-role-content.ts";
import { answering, type ServedKeycloak, serveKeycloak } from "../serve-keycloak.ts";

let served: ServedKeycloak;

beforeEach(() => {
  served = serveKeycloak();
});

afterEach(() => vi.unstubAllGlobals());

const read = (name: string) => {
  const { realm } = served;
  const adminClient = {
    clientUuid: realm.adminClientUuid,
    clientId: "realm-management",
    authorizationServicesEnabled: false,
  };
  const role = realm.findRole(name, realm.adminClientUuid);
  return readRoleContent(served.apiOf(), role, { adminClient, isMaster: false });
};

test("a composite role as Keycloak ships it takes one request", async () => {
  expect(await read("view-users")).toEqual({
    kind: "read",
    gives: new Set(["admin:query-groups", "admin:query-users"]),
    others: [],
  });
  expect(served.sent).toHaveLength(1);
});

test("added composites are found at any depth, and each role is requested once", async () => {
  const { realm } = served;
  const inner = realm.makeRealmRole("inner");
  const ofAdmin = (name: string) => realm.findRole(name, realm.adminClientUuid).id;
  realm.addComposites(inner.id, [ofAdmin("view-events"), ofAdmin("view-users")]);
  realm.addComposites(ofAdmin("view-users"), [inner.id]);
  const content = await read("view-users");
  expect(content).toMatchObject({ kind: "read", others: ["inner"] });
  expect(content.kind === "read" && content.gives.has("admin:view-events")).toBe(true);
  expect(served.sent).toHaveLength(2);
});

test("what could not be read is not known", async () => {
  served.faults.push({ request: /composites/, fault: answering(403) });
  expect(await read("view-users")).toEqual({ kind: "notKnown" });
});

test("realm roles of master count if master is administered", async () => {
  const { master, apiOf } = {
    master: served.keycloak.master,
    apiOf: () => served.apiOf("root", "master"),
  };
  master.makeAdministrator({ token: "root", realmRoles: ["admin"] });
  const role = master.findRole("view-users", master.adminClientUuid);
  master.addComposites(role.id, [master.findRole("create-realm").id]);
  const adminClient = {
    clientUuid: master.adminClientUuid,
    clientId: "master-realm",
    authorizationServicesEnabled: false,
  };
  const content = await readRoleContent(apiOf(), role, { adminClient, isMaster: true });
  expect(content.kind === "read" && content.gives.has("realm:create-realm")).toBe(true);
});

test("a role with more composite roles in it than are read is not known", async () => {
  const { realm } = served;
  const viewUsers = realm.findRole("view-users", realm.adminClientUuid).id;
  for (let count = 0; count < 51; count += 1) {
    const part = realm.makeRealmRole(`part ${count}`).id;
    realm.addComposites(part, [realm.findRole("view-events", realm.adminClientUuid).id]);
    realm.addComposites(viewUsers, [part]);
  }
  expect(await read("view-users")).toEqual({ kind: "notKnown" });
});
