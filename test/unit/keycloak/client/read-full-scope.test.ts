import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { namesOfRoles } from "../../../../src/access/plan/full-scope.ts";
import {
  createReadFullScope,
  readScopeMappings,
} from "../../../../src/keycloak/client/read-full-scope.ts";
import { answering, type ServedKeycloak, serveKeycloak } from "../serve-keycloak.ts";

let served: ServedKeycloak;
let clientUuid: string;
let userId: string;

const program = {
  standardFlowEnabled: false,
  implicitFlowEnabled: false,
  directAccessGrantsEnabled: false,
};

beforeEach(() => {
  served = serveKeycloak();
  const { realm } = served;
  clientUuid = realm.makeClient({ clientId: "api", serviceAccountsEnabled: true, ...program });
  userId = realm.serviceAccountUserId(clientUuid) ?? "";
});

afterEach(() => vi.unstubAllGlobals());

const ofAdmin = (name: string) => served.realm.findRole(name, served.realm.adminClientUuid).id;

const read = (token = "anna", user = userId) =>
  createReadFullScope(served.apiOf(token), "demo")({ clientUuid, userId: user });

test("what is held is read of all containers, of groups and of those above them", async () => {
  const { realm } = served;
  const shop = realm.makeClient({ clientId: "shop" });
  const above = realm.makeGroup("Everyone");
  const group = realm.makeGroup("Automation", above);
  realm.mapRoles(above, [realm.makeClientRole(shop, "orders").id]);
  realm.mapRoles(group, [realm.makeRealmRole("auditor").id]);
  realm.joinGroup(userId, group);
  realm.mapRoles(userId, [ofAdmin("view-users")]);
  const { held = [], inScope, fullScopeAllowed, peopleSignIn } = await read();
  expect(namesOfRoles(held).toSorted()).toEqual([
    ...["auditor", "default-roles-demo", "realm-management: view-users", "shop: orders"],
  ]);
  expect({ inScope, fullScopeAllowed, peopleSignIn }).toEqual({
    inScope: [],
    fullScopeAllowed: true,
    peopleSignIn: false,
  });
  expect(served.sent.filter((request) => !request.startsWith("GET "))).toEqual([]);
});

test.each([
  ["the standard flow", { standardFlowEnabled: true }],
  ["the implicit flow", { implicitFlowEnabled: true }],
  ["direct access grants", { directAccessGrantsEnabled: true }],
  ["the device grant", { attributes: { "oauth2.device.authorization.grant.enabled": "true" } }],
  ["token exchange", { attributes: { "standard.token.exchange.enabled": "true" } }],
  ["SAML", { protocol: "saml" }],
])("people sign in with %s", async (_, settings) => {
  served.realm.changeClient(clientUuid, settings);
  expect((await read()).peopleSignIn).toBe(true);
});

test("a client without a service account holds nothing; one whose account wasn't found isn't asked for it", async () => {
  expect((await read("anna", "")).held).toBeUndefined();
  expect(served.sent.filter((request) => request.includes("service-account-user"))).toEqual([]);
  served.realm.changeClient(clientUuid, { serviceAccountsEnabled: false });
  expect((await read("anna", "")).held).toEqual([]);
});

test("who may not see the realm's roles is told nothing of what is held", async () => {
  const { realm } = served;
  realm.makeAdministrator({ token: "ben", adminRoles: ["manage-clients", "view-users"] });
  expect((await read("ben")).held).toBeUndefined();
  realm.makeAdministrator({
    token: "cleo",
    adminRoles: ["manage-clients", "view-users", "view-realm"],
  });
  expect((await read("cleo")).held).toBeDefined();
});

test("who is known to see all clients isn't asked for their own roles", async () => {
  const readOf = createReadFullScope(served.apiOf(), undefined);
  expect((await readOf({ clientUuid, userId })).held).toBeDefined();
  const own = served.sent.filter((request) => request.includes("whoami"));
  expect(own).toEqual([]);
});

test("what is refused fails, and isn't taken for nothing", async () => {
  served.faults.push({ request: /^GET \/users\/[^/]+\/groups/, fault: answering(403) });
  await expect(read()).rejects.toMatchObject({ failure: "forbidden" });
});

test("scope mappings are read of all containers", async () => {
  const { realm } = served;
  const api = served.apiOf();
  await api.clients.addClientScopeMappings({ id: clientUuid, client: realm.adminClientUuid }, [
    { id: ofAdmin("view-users"), name: "view-users" },
  ]);
  expect(namesOfRoles(await readScopeMappings(api, clientUuid))).toEqual([
    "realm-management: view-users",
  ]);
});
