import { afterEach, beforeEach, expect, test, vi } from "vitest";
import {
  type Credential,
  createClient,
  deleteNewClient,
  isClientIdTaken,
  longestClientId,
  type NewClient,
} from "../../../../src/keycloak/new-client/create-client.ts";
import { answering, cut, cutAfter, type ServedKeycloak, serveKeycloak } from "../serve-keycloak.ts";

let served: ServedKeycloak;

beforeEach(() => {
  served = serveKeycloak();
});

afterEach(() => vi.unstubAllGlobals());

const clientUuid = "5e1f3c52-0f2c-4a55-8a5e-0d4a3f3f2b10";

const newClient = (credential: Credential = { kind: "secret" }): NewClient => ({
  clientUuid,
  clientId: "Billing sync",
  description: "Sends invoices",
  credential,
});

const create = (credential?: Credential) => createClient(served.apiOf(), newClient(credential));

const made = () => served.realm.dump().clients.find(({ id }) => id === clientUuid);

test("a new client can get tokens for its service account, and nothing else", async () => {
  expect(await create()).toEqual({ isMade: true, thrown: undefined });
  expect(made()?.settings).toMatchObject({
    ...{ clientId: "Billing sync", description: "Sends invoices", enabled: true },
    ...{
      publicClient: false,
      serviceAccountsEnabled: true,
      clientAuthenticatorType: "client-secret",
    },
    ...{ standardFlowEnabled: false, implicitFlowEnabled: false, directAccessGrantsEnabled: false },
    ...{ fullScopeAllowed: false, redirectUris: [] },
    attributes: {
      "oauth2.device.authorization.grant.enabled": "false",
      "oidc.ciba.grant.enabled": "false",
    },
  });
  expect(served.realm.serviceAccountUserId(clientUuid)).toBeDefined();
});

test.each([
  [
    { kind: "keyPair", jwks: '{"keys":[]}' },
    { "use.jwks.string": "true", "jwks.string": '{"keys":[]}' },
  ],
  [
    { kind: "jwksUrl", url: "https://app.example.org/jwks" },
    { "use.jwks.url": "true", "jwks.url": "https://app.example.org/jwks" },
  ],
] as const)(
  "a client that signs is made with where its keys are: %j",
  async (credential, attributes) => {
    await create(credential);
    expect(made()?.settings).toMatchObject({ clientAuthenticatorType: "client-jwt", attributes });
  },
);

test("a client whose making was not answered is found by its UUID, and is made once", async () => {
  served.faults.push({ request: /^POST/, fault: cutAfter });
  expect(await create()).toMatchObject({ isMade: true, thrown: { failure: "unreachable" } });
  expect(await create()).toMatchObject({ isMade: true, thrown: { failure: "conflict" } });
});

test("if the creation request may not have arrived, it isn't known whether the client exists", async () => {
  served.faults.push({ request: /^POST/, fault: cut });
  expect(await create()).toMatchObject({ isMade: undefined, thrown: { failure: "unreachable" } });
  expect(made()).toBeUndefined();
});

test("that a client is not found once is not believed while the realm lists it", async () => {
  await create();
  served.faults.push({ request: /^GET/, fault: answering(404) });
  expect(await create()).toMatchObject({ isMade: true, thrown: { failure: "conflict" } });
});

test("a server that can't even be asked leaves open whether the client is there", async () => {
  served.faults.push({ request: /^POST/, fault: answering(502) }, { request: /^GET/, fault: cut });
  expect(await create()).toMatchObject({ isMade: undefined, thrown: { failure: "serverError" } });
});

test("if another client has the ID, none is created", async () => {
  served.realm.makeClient({ clientId: "Billing sync" });
  expect(await create()).toMatchObject({ isMade: false, thrown: { failure: "conflict" } });
});

test("who may not make clients makes none, and it is not looked for", async () => {
  served.realm.makeAdministrator({ token: "viewer", adminRoles: ["view-clients"] });
  const creation = await createClient(served.apiOf("viewer"), newClient());
  expect(creation).toMatchObject({ isMade: false, thrown: { failure: "forbidden" } });
  expect(served.sent).toEqual(["POST /clients"]);
});

test("an error before the request, such as an expired session, creates nothing", async () => {
  const gone = new Error("The session is gone.");
  const api = { ...served.apiOf(), call: () => Promise.reject(gone) };
  expect(await createClient(api, newClient())).toEqual({ isMade: false, thrown: gone });
});

test("a client that was just made is deleted with all that it has", async () => {
  await create();
  expect(await deleteNewClient(served.apiOf(), newClient())).toEqual({
    isThere: false,
    thrown: undefined,
  });
  expect(made()).toBeUndefined();
});

test.each([
  ["lost on the way", cut, true],
  ["done and not answered", cutAfter, false],
])("a deletion that is %s is told by what the server holds", async (_, fault, isThere) => {
  await create();
  served.faults.push({ request: /^DELETE/, fault });
  expect(await deleteNewClient(served.apiOf(), newClient())).toMatchObject({
    isThere,
    thrown: { failure: "unreachable" },
  });
});

test("a deletion is unknown if the server can't be reached", async () => {
  await create();
  served.faults.push({ request: /^DELETE/, fault: cut }, { request: /^GET/, fault: cut });
  expect(await deleteNewClient(served.apiOf(), newClient())).toMatchObject({
    isThere: undefined,
  });
});

test("a failed deletion isn't treated as done if the client isn't found once", async () => {
  await create();
  served.faults.push(
    { request: /^DELETE/, fault: answering(503) },
    { request: /^GET/, fault: answering(404) },
  );
  const deletion = await deleteNewClient(served.apiOf(), newClient());
  expect(deletion).toMatchObject({ isThere: true, thrown: { failure: "serverError" } });
});

test("a deletion is unknown if a proxy finds nothing at all", async () => {
  await create();
  const fault = answering(404);
  served.faults.push(...[/^DELETE/, /^GET/, /^GET/].map((request) => ({ request, fault })));
  const deletion = await deleteNewClient(served.apiOf(), newClient());
  expect(deletion).toMatchObject({ isThere: undefined, thrown: { failure: "notFound" } });
});

test("an ID is taken by a client with that ID, by one whose account has the same name, and by a person", async () => {
  const isTaken = (clientId: string) => isClientIdTaken(served.apiOf(), clientId);
  served.realm.makeClient({ clientId: "web", publicClient: true });
  served.realm.makeClient({ clientId: "Reports", serviceAccountsEnabled: true });
  served.realm.makeAdministrator({ token: "paul", username: "service-account-paul" });
  expect(await isTaken("web")).toBe(true);
  expect(await isTaken("WEB")).toBe(false);
  expect(await isTaken("REPORTS")).toBe(true);
  expect(await isTaken("paul")).toBe(true);
  expect(await isTaken("report")).toBe(false);
});

test("a client ID may be as long as Keycloak stores the name of its account", () => {
  expect("service-account-".length + longestClientId).toBe(255);
});
