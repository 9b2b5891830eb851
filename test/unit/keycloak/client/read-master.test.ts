import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { readClientState } from "../../../../src/keycloak/client/read-client-state.ts";
import { readHoldings } from "../../../../src/keycloak/client/read-holdings.ts";
import { readScope } from "../../../../src/keycloak/client/read-scope.ts";
import type { InMemoryRealm } from "../../../in-memory-keycloak/in-memory-realm.ts";
import { answering, type ServedKeycloak, serveKeycloak } from "../serve-keycloak.ts";

let served: ServedKeycloak;
let master: InMemoryRealm;
let clientUuid: string;

beforeEach(() => {
  served = serveKeycloak();
  master = served.keycloak.master;
  master.makeAdministrator({ token: "root", realmRoles: ["admin"] });
  clientUuid = master.makeClient({
    ...{ clientId: "robot", serviceAccountsEnabled: true, fullScopeAllowed: false },
  });
});

afterEach(() => vi.unstubAllGlobals());

const adminClient = () => ({
  clientUuid: master.adminClientUuid,
  clientId: "master-realm",
  authorizationServicesEnabled: false,
});

const account = () => ({
  serviceAccountUserId: master.serviceAccountUserId(clientUuid) ?? "",
  adminClient: adminClient(),
  isMaster: true,
});

const api = () => served.apiOf("root", "master");

test("in master, realm roles with admin access are read like those of the admin client, and no others", async () => {
  const create = master.findRole("create-realm").id;
  const view = master.findRole("view-users", master.adminClientUuid).id;
  master.mapRoles(account().serviceAccountUserId, [create, view]);
  const { mapped, effective, grantable, isReadable } = await readHoldings(api(), account());
  expect([...mapped]).toEqual(["admin:view-users", "realm:create-realm"]);
  expect([...effective].filter((key) => key.startsWith("realm:"))).toEqual(["realm:create-realm"]);
  expect([...grantable].filter((key) => key.startsWith("realm:"))).toEqual(["realm:admin"]);
  expect(isReadable).toBe(true);
});

test("in master, realm roles in the client's scope are read too", async () => {
  const { call, clients } = api();
  const { id, name } = master.findRole("create-realm");
  await call("change", () => clients.addRealmScopeMappings({ id: clientUuid }, [{ id, name }]));
  const options = { adminClient: adminClient(), isMaster: true };
  expect(await readScope(api(), { clientUuid }, options)).toEqual({
    inScope: new Set(["realm:create-realm"]),
    unseenScope: new Set(),
  });
});

test("in master, realm roles in the scope are not known to who may not view the realm", async () => {
  const { call, clients } = api();
  const { id, name } = master.findRole("create-realm");
  await call("change", () => clients.addRealmScopeMappings({ id: clientUuid }, [{ id, name }]));
  master.makeAdministrator({ token: "viewer", adminRoles: ["view-clients", "view-users"] });
  const options = { adminClient: adminClient(), isMaster: true };
  expect(await readScope(served.apiOf("viewer", "master"), { clientUuid }, options)).toEqual({
    inScope: new Set(),
    unseenScope: new Set(["realm"]),
  });
});

test("a scope that may not be read is not known, rather than empty", async () => {
  served.faults.push({ request: /\/granted/, fault: answering(403) });
  const options = { adminClient: adminClient(), isMaster: true };
  const { unseenScope } = await readScope(api(), { clientUuid }, options);
  expect([...unseenScope]).toEqual(["admin"]);
});

test("if effective roles can't be seen, the rest is read and they stay unknown", async () => {
  served.faults.push({ request: /\/composite$/, fault: answering(403) });
  const { effective, isReadable } = await readHoldings(api(), { ...account(), isMaster: false });
  expect([...effective]).toEqual([]);
  expect(isReadable).toBe(false);
});

test("a failure other than lacking rights isn't treated as lacking rights", async () => {
  served.faults.push({ request: /\/composite$/, fault: answering(500) });
  await expect(readHoldings(api(), account())).rejects.toMatchObject({ failure: "serverError" });
});

test("an admin client that the administrator can't see is reported as hidden", async () => {
  const state = readClientState(api(), {
    ...{ clientUuid, adminClientId: "no-such-realm", isMaster: true },
    ...{ clientIdHint: undefined, loginRealm: "demo", asksClientScope: false },
  });
  await expect(state).rejects.toMatchObject({ attempt: "findAdminClient", failure: "hidden" });
});
