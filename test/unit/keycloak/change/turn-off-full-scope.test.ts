import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { planFullScope } from "../../../../src/access/plan/full-scope.ts";
import {
  turnOffFullScope,
  turnOnFullScope,
} from "../../../../src/keycloak/change/turn-off-full-scope.ts";
import { createReadFullScope } from "../../../../src/keycloak/client/read-full-scope.ts";
import {
  answering,
  cut,
  cutAfter,
  type Fault,
  type ServedKeycloak,
  serveKeycloak,
} from "../serve-keycloak.ts";

let served: ServedKeycloak;
let clientUuid: string;
let before: unknown;

beforeEach(async () => {
  served = serveKeycloak();
  const { realm } = served;
  clientUuid = realm.makeClient({ clientId: "api", serviceAccountsEnabled: true });
  const userId = realm.serviceAccountUserId(clientUuid) ?? "";
  const shop = realm.makeClient({ clientId: "shop" });
  const ofAdmin = ["view-users", "view-events"].map((name) =>
    realm.findRole(name, realm.adminClientUuid),
  );
  const roles = [...ofAdmin, realm.makeClientRole(shop, "orders"), realm.makeRealmRole("auditor")];
  realm.mapRoles(
    userId,
    roles.map(({ id }) => id),
  );
  // One of them is in the scope already, and one more that it doesn't hold.
  const [first] = ofAdmin;
  const other = realm.findRole("view-realm", realm.adminClientUuid);
  const api = served.apiOf();
  await api.clients.addClientScopeMappings(
    { id: clientUuid, client: realm.adminClientUuid },
    [first, other].map((role) => ({ id: role?.id ?? "", name: role?.name ?? "" })),
  );
  before = realm.dump();
});

afterEach(() => vi.unstubAllGlobals());

async function plan() {
  const userId = served.realm.serviceAccountUserId(clientUuid) ?? "";
  const state = await createReadFullScope(served.apiOf(), "demo")({ clientUuid, userId });
  const planned = planFullScope(state);
  if (typeof planned === "string") throw new Error(planned);
  return { client: state.client, planned };
}

async function turnOff() {
  const { client, planned } = await plan();
  served.sent.length = 0;
  return turnOffFullScope(served.apiOf(), client, planned);
}

/** The writes, without ids. */
const writes = () =>
  served.sent
    .filter((request) => !request.startsWith("GET "))
    .map((request) => request.replaceAll(/[0-9a-f-]{20,}|\d{2,}/g, "*"));

const isOn = async () =>
  (await served.apiOf().clients.findOne({ id: clientUuid }))?.fullScopeAllowed;

test("roles come into the scope first, one request for each container, and full scope goes last", async () => {
  const outcome = await turnOff();
  expect(outcome).toMatchObject({ isFullScope: false, problem: undefined });
  expect(writes().map((request) => request.split(" ")[0])).toEqual([
    ...["POST", "POST", "POST", "PUT"],
  ]);
  expect(await isOn()).toBe(false);
  const { clientMappings } = await served.apiOf().clients.listScopeMappings({ id: clientUuid });
  expect(Object.keys(clientMappings ?? {}).toSorted()).toEqual(["realm-management", "shop"]);
});

test("Undo turns full scope on again, removes what was added, and nothing else", async () => {
  const outcome = await turnOff();
  served.sent.length = 0;
  const undone = await turnOnFullScope(served.apiOf(), outcome);
  expect(undone).toMatchObject({ added: [], isFullScope: true, problem: undefined });
  expect(writes()[0]).toMatch(/^PUT /);
  expect(served.realm.dump()).toEqual(before);
});

test.each([1, 2, 3])(
  "where adding to the scope is refused at request %i, full scope stays on, and Undo restores all",
  async (request) => {
    const { client, planned } = await plan();
    for (let count = 1; count < request; count += 1) {
      served.faults.push({ request: /^POST .*scope-mappings/, fault: (answer) => answer() });
    }
    served.faults.push({ request: /^POST .*scope-mappings/, fault: answering(403) });
    const outcome = await turnOffFullScope(served.apiOf(), client, planned);
    expect(outcome.isFullScope).toBe(true);
    expect(outcome.problem).toMatchObject({ failure: "forbidden" });
    expect(await isOn()).toBe(true);
    expect((await turnOnFullScope(served.apiOf(), outcome)).problem).toBeUndefined();
    expect(served.realm.dump()).toEqual(before);
  },
);

test("a request whose answer was lost is undone too", async () => {
  const { client, planned } = await plan();
  served.faults.push({ request: /^POST .*scope-mappings/, fault: cutAfter });
  const outcome = await turnOffFullScope(served.apiOf(), client, planned);
  expect(outcome.problem).toBeDefined();
  expect((await turnOnFullScope(served.apiOf(), outcome)).problem).toBeUndefined();
  expect(served.realm.dump()).toEqual(before);
});

test("full scope isn't turned off where the scope lacks what was added", async () => {
  const { client, planned } = await plan();
  served.faults.push({
    request: /^POST .*scope-mappings/,
    fault: async () => new Response(null, { status: 204 }),
  });
  const outcome = await turnOffFullScope(served.apiOf(), client, planned);
  expect(outcome.isFullScope).toBe(true);
  expect(outcome.problem).toMatchObject({ name: "ScopeNotAsWrittenError" });
  expect(await isOn()).toBe(true);
});

/** The server says yes to a write and doesn't do it. */
const unheeded: Fault = async () => new Response(null, { status: 204 });

test("where the server says yes and full scope stays on, the outcome says so", async () => {
  const { client, planned } = await plan();
  served.faults.push({ request: /^PUT /, fault: unheeded });
  const outcome = await turnOffFullScope(served.apiOf(), client, planned);
  expect(outcome.isFullScope).toBe(true);
  expect(outcome.problem).toMatchObject({ name: "ScopeNotAsWrittenError" });
});

test("where the server says yes to Undo and full scope stays off, no role is removed", async () => {
  const outcome = await turnOff();
  served.faults.push({ request: /^PUT /, fault: unheeded });
  const undone = await turnOnFullScope(served.apiOf(), outcome);
  expect(undone).toMatchObject({ isFullScope: false, added: outcome.added });
  expect(undone.problem).toMatchObject({ name: "ScopeNotAsWrittenError" });
  expect(writes().filter((request) => request.startsWith("DELETE"))).toEqual([]);
});

test("front-channel logout stays on", async () => {
  const kept = { frontchannelLogout: true };
  served.realm.changeClient(clientUuid, kept);
  expect(await turnOff()).toMatchObject({ isFullScope: false, problem: undefined });
  expect(await served.apiOf().clients.findOne({ id: clientUuid })).toMatchObject(kept);
});

test("whether it is on isn't known where the server doesn't answer any more", async () => {
  const { client, planned } = await plan();
  served.faults.push(
    { request: /^PUT /, fault: cutAfter },
    { request: /^GET \/clients\/[^/]+$/, fault: cut },
  );
  const outcome = await turnOffFullScope(served.apiOf(), client, planned);
  expect(outcome.isFullScope).toBeUndefined();
  expect((await turnOnFullScope(served.apiOf(), outcome)).problem).toBeUndefined();
  expect(served.realm.dump()).toEqual(before);
});

test("where Undo can't turn full scope on, no role is removed", async () => {
  const outcome = await turnOff();
  served.faults.push({ request: /^PUT /, fault: answering(403) });
  served.sent.length = 0;
  const undone = await turnOnFullScope(served.apiOf(), outcome);
  expect(undone.isFullScope).toBe(false);
  expect(undone.added).toEqual(outcome.added);
  expect(writes().filter((request) => request.startsWith("DELETE"))).toEqual([]);
});
