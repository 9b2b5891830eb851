import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { presets } from "../../../../src/catalog/presets/presets.ts";
import type { Subject } from "../../../../src/keycloak/change/read-now.ts";
import type { NewClient } from "../../../../src/keycloak/new-client/create-client.ts";
import {
  continueMaking,
  type Making,
  makeApiClient,
} from "../../../../src/keycloak/new-client/make-api-client.ts";
import { answering, cut, cutAfter, type ServedKeycloak, serveKeycloak } from "../serve-keycloak.ts";

let served: ServedKeycloak;

beforeEach(() => {
  served = serveKeycloak();
});

afterEach(() => vi.unstubAllGlobals());

const client: NewClient = {
  clientUuid: "5e1f3c52-0f2c-4a55-8a5e-0d4a3f3f2b10",
  clientId: "billing",
  description: "",
  credential: { kind: "secret" },
};

const chosen = presets.filter(({ id }) => id === "event-reader");

const subjectFor = (token?: string, asksClientScope = false): Subject => ({
  api: served.apiOf(token),
  options: {
    clientUuid: client.clientUuid,
    adminClientId: "realm-management",
    isMaster: false,
    clientIdHint: "api",
    loginRealm: "demo",
    asksClientScope,
  },
});

const make = (token?: string) => makeApiClient(subjectFor(token), client, chosen);
const goOn = (making: Making) => continueMaking(subjectFor(), making, client, chosen);

const readsClient = /^GET \/clients\/[^/]+$/;

const rolesOfAccount = () => {
  const id = served.realm.serviceAccountUserId(client.clientUuid);
  const user = served.realm.dump().users.find((it) => it.id === id);
  return user?.roles.map(([, , name]) => name).filter((name) => !name.startsWith("default-roles"));
};

test("a client is made with its presets, in its account and in its scope", async () => {
  expect(await make()).toMatchObject({ kind: "tried", isDone: true });
  expect(rolesOfAccount()).toEqual(["view-events"]);
  const made = served.realm.dump().clients.find(({ id }) => id === client.clientUuid);
  expect(made?.scopeMappings.map(([, , name]) => name)).toEqual(["view-events"]);
});

test.each([{ given: chosen }, { given: [] }])(
  "where the realm has the client scope for the Admin API, a client with $given.length presets gets it",
  async ({ given }) => {
    served.realm.makeClientScope("kc-admin-api");
    const making = await makeApiClient(subjectFor("anna", true), client, given);
    expect(making).toMatchObject({ kind: "tried", isDone: true });
    const made = served.realm.dump().clients.find(({ id }) => id === client.clientUuid);
    expect(made?.defaultScopes).toContain("kc-admin-api");
    expect(rolesOfAccount()).toHaveLength(given.length);
  },
);

test("if the client isn't created, nothing is, and the next try creates everything", async () => {
  served.faults.push({ request: /^POST/, fault: answering(403) });
  const making = await make();
  expect(making).toMatchObject({ kind: "nothing", thrown: { failure: "forbidden" } });
  expect(await goOn(making)).toMatchObject({ kind: "tried", isDone: true });
});

test("if it isn't known whether the client exists, the next try finds out", async () => {
  served.faults.push({ request: /^POST/, fault: cut });
  const making = await make();
  expect(making).toMatchObject({ kind: "unknown", thrown: { failure: "unreachable" } });
  expect(await goOn(making)).toMatchObject({ kind: "tried", isDone: true });
});

test("an administrator who can't grant all roles grants none, and sees which", async () => {
  served.realm.makeAdministrator({ token: "maker", adminRoles: ["manage-clients", "view-users"] });
  const making = await make("maker");
  expect(making).toMatchObject({
    kind: "clientAlone",
    plan: { untouched: [{ role: { name: "view-events" }, why: "notGrantable" }] },
  });
  expect(rolesOfAccount()).toEqual([]);
  // Somebody with more rights goes on.
  expect(await goOn(making)).toMatchObject({ kind: "tried", isDone: true });
});

test("a client that can't be read has no roles yet, and Continue assigns them", async () => {
  served.faults.push({ request: /^GET/, fault: answering(403) });
  const making = await make();
  expect(making).toMatchObject({
    kind: "clientAlone",
    plan: undefined,
    thrown: { failure: "forbidden" },
  });
  expect(await goOn(making)).toMatchObject({ kind: "tried", isDone: true });
});

test("a client that was changed meanwhile and has no service account gets no roles", async () => {
  served.faults.push({
    request: /^POST/,
    fault: async (answer) => {
      const answered = await answer();
      served.realm.changeClient(client.clientUuid, { bearerOnly: true });
      return answered;
    },
  });
  expect(await make()).toEqual({ kind: "clientAlone", plan: undefined, thrown: undefined });
});

test("a client that is made and then not found once may still be there: the next try finds it", async () => {
  served.faults.push({ request: readsClient, fault: answering(404) });
  const making = await make();
  expect(making).toMatchObject({ kind: "unknown", thrown: { failure: "notFound" } });
  expect(await goOn(making)).toMatchObject({ kind: "tried", isDone: true });
  expect(rolesOfAccount()).toEqual(["view-events"]);
});

test.each([403, 404, 429])(
  "a further try that is refused with %i does not tell that the first made nothing",
  async (status) => {
    served.faults.push({ request: readsClient, fault: answering(404) });
    const first = await make();
    served.faults.push({ request: /^POST \/clients$/, fault: answering(status) });
    const second = await goOn(first);
    expect(second).toMatchObject({ kind: "unknown", thrown: { status } });
    expect(await goOn(second)).toMatchObject({ kind: "tried", isDone: true });
  },
);

test("if another client got the ID before the next try, nothing was created", async () => {
  served.faults.push({ request: /^POST/, fault: cut });
  const making = await make();
  served.realm.makeClient({ clientId: client.clientId });
  expect(await goOn(making)).toMatchObject({ kind: "nothing", thrown: { failure: "conflict" } });
});

test("a client that is deleted before it is given anything is made again by the further try", async () => {
  const alone: Making = { kind: "clientAlone", plan: undefined, thrown: undefined };
  const making = await goOn(alone);
  expect(making).toMatchObject({ kind: "unknown", thrown: { failure: "notFound" } });
  expect(await goOn(making)).toMatchObject({ kind: "tried", isDone: true });
});

test("the outcome of an unanswered assignment is read from the account, and Continue does the rest", async () => {
  served.faults.push({ request: /^POST .*role-mappings/, fault: cutAfter });
  const making = await make();
  expect(making).toMatchObject({ kind: "tried", isDone: false });
  expect(rolesOfAccount()).toEqual(["view-events"]);
  expect(await goOn(making)).toMatchObject({ kind: "tried", isDone: true });
});

test("what was refused of the roles is tried again when it is gone on with", async () => {
  served.faults.push({ request: /^POST .*scope-mappings/, fault: answering(403) });
  const making = await make();
  expect(making).toMatchObject({ kind: "tried", isDone: false });
  expect(await goOn(making)).toMatchObject({ kind: "tried", isDone: true });
});
