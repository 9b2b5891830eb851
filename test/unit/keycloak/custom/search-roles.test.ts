/** Searching roles and clients page by page, and the roles of all clients. */
import { afterEach, expect, test, vi } from "vitest";
import {
  type AllClientsFound,
  searchAllClients,
} from "../../../../src/keycloak/custom/search-all-clients.ts";
import { searchClients, searchRoles } from "../../../../src/keycloak/custom/search-roles.ts";
import { answering, serveKeycloak } from "../serve-keycloak.ts";

afterEach(() => {
  vi.unstubAllGlobals();
});

const ofRealm = { client: undefined, clientUuid: undefined };

test("roles are found by a part of their name or description, a page at a time", async () => {
  const { realm, apiOf } = serveKeycloak();
  for (const name of ["Report-a", "report-b", "other"]) realm.makeRealmRole(name);
  const page = { text: "REPORT", first: 1, max: 5 };
  const found = await searchRoles(apiOf(), ofRealm, page);
  expect(found?.map(({ role }) => role)).toEqual([{ role: "report-b" }]);
  const admin = { client: "realm-management", clientUuid: realm.adminClientUuid };
  const described = await searchRoles(apiOf(), admin, { text: "role_view-u", first: 0, max: 5 });
  expect(described).toMatchObject([
    { role: { client: "realm-management", role: "view-users" }, isComposite: true },
  ]);
});

test("roles and clients that can't be seen are none to be told", async () => {
  const { realm, apiOf } = serveKeycloak();
  realm.makeAdministrator({ token: "bert", adminRoles: ["view-users"] });
  const page = { text: "", first: 0, max: 5 };
  expect(await searchRoles(apiOf("bert"), ofRealm, page)).toBe(undefined);
  expect(await searchClients(apiOf("bert"), page)).toBe(undefined);
  const gone = { client: "gone", clientUuid: "gone" };
  expect(await searchRoles(apiOf(), gone, page)).toBe(undefined);
});

test("in master, the client with its admin roles is called as in every document", async () => {
  const { keycloak, apiOf } = serveKeycloak();
  keycloak.master.makeAdministrator({ token: "root", realmRoles: ["admin"] });
  const found = await searchClients(apiOf("root", "master"), {
    ...{ text: "master-realm", first: 0, max: 5 },
  });
  expect(found?.map(({ clientId, place }) => [clientId, place.client])).toEqual([
    ["master-realm", "realm-management"],
  ]);
});

/** A realm with so many clients more, each with a role that is found. */
function serveClients(count: number) {
  const served = serveKeycloak();
  for (let number = 0; number < count; number += 1) {
    const client = served.realm.makeClient({ clientId: `app-${number}` });
    served.realm.makeClientRole(client, "invoice");
  }
  return served;
}

const search = (
  { apiOf }: Pick<ReturnType<typeof serveKeycloak>, "apiOf">,
  most: number,
  signal = new AbortController().signal,
  tell: (found: AllClientsFound) => void = () => undefined,
) => searchAllClients(apiOf(), "invoice", most, signal, tell);

test("the roles of all clients are searched, and it is told how far that has come", async () => {
  const served = serveClients(120);
  const told: number[] = [];
  const signal = new AbortController().signal;
  const found = await search(served, 500, signal, ({ searched }) => told.push(searched));
  expect(found.roles).toHaveLength(120);
  expect(found).toMatchObject({ isCut: false, isPartlyHidden: false });
  expect(found.searched).toBe(served.realm.dump().clients.length);
  expect(told).toHaveLength(found.searched);
});

test("a search ends with as many roles as are wanted, and says that there may be more", async () => {
  const served = serveClients(120);
  const found = await search(served, 10);
  expect(found.roles).toHaveLength(10);
  expect(found.isCut).toBe(true);
  expect(found.searched).toBeLessThan(60);
});

test("a search that is stopped asks nothing more, and tells nothing more", async () => {
  const served = serveClients(120);
  const stopped = new AbortController();
  const tell = vi.fn((_: AllClientsFound) => stopped.abort());
  await search(served, 500, stopped.signal, tell);
  expect(tell).toHaveBeenCalledOnce();
  expect(served.sent.length).toBeLessThan(10);
});

test("clients whose roles can't be seen are told of", async () => {
  const served = serveClients(3);
  served.faults.push({ request: /\/roles\?/, fault: answering(403) });
  expect((await search(served, 500)).isPartlyHidden).toBe(true);
});
