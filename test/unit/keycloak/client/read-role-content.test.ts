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

test("what somebody put into a role is found to any depth, each role asked once", async () => {
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
