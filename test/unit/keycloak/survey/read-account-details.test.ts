import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type AccountRow, accountRows } from "../../../../src/access/survey/account-rows.ts";
import {
  findAccountClient,
  readAccountDetails,
} from "../../../../src/keycloak/survey/read-account-details.ts";
import { createSurveyApi } from "../../../../src/keycloak/survey/survey-api.ts";
import { type SurveyedRealm, serveSurveyedRealm } from "./survey-realm.ts";

let served: SurveyedRealm;

beforeEach(() => {
  served = serveSurveyedRealm();
});

afterEach(() => vi.unstubAllGlobals());

const surveyApi = () =>
  createSurveyApi(served.apiOf(), new AbortController().signal, () => undefined);

/** The details of the account of the client `api`, with what is changed of its row. */
async function detailsOf(changes: Partial<AccountRow> = {}, isComplete = false) {
  const read = await served.survey();
  const survey = { ...read, signIns: { ...read.signIns, isComplete } };
  const row = accountRows(survey, new Map()).find(({ clientId }) => clientId === "api");
  if (row === undefined) throw new Error("The client api has no row.");
  served.sent.length = 0;
  return readAccountDetails(surveyApi(), survey, { ...row, ...changes });
}

test("the server reports roles inherited from a composite role of another client", async () => {
  const { realm } = served;
  const userId = served.makeAccount("api", "view-users");
  const app = realm.makeClient({ clientId: "app" });
  const helper = realm.makeClientRole(app, "helper");
  realm.addComposites(helper.id, [served.adminRole("view-events")]);
  realm.mapRoles(userId, [helper.id]);
  const { effective } = await detailsOf();
  expect([...effective].sort()).toEqual([
    "admin:query-groups",
    "admin:query-users",
    "admin:view-events",
    "admin:view-users",
  ]);
});

test("a last sign-in that the survey did not come to is asked for", async () => {
  served.makeAccount("api");
  served.realm.changeSettings({ eventsEnabled: true });
  served.realm.record({ type: "CLIENT_LOGIN", clientId: "api", time: 1_000 });
  expect(await detailsOf({ lastSignIn: undefined })).toMatchObject({ lastSignIn: 1_000 });
  expect(served.sent.filter((request) => request.includes("client=api"))).toHaveLength(1);
});

test("a last sign-in before the client was renamed is found by its account", async () => {
  const userId = served.makeAccount("api");
  served.realm.changeSettings({ eventsEnabled: true });
  served.realm.record({ type: "CLIENT_LOGIN", clientId: "former", userId, time: 1_000 });
  expect(await detailsOf({ lastSignIn: undefined })).toMatchObject({ lastSignIn: 1_000 });
});

test("if all sign-ins were read, none is requested", async () => {
  served.makeAccount("api");
  served.realm.changeSettings({ eventsEnabled: true });
  expect(await detailsOf({ lastSignIn: undefined }, true)).toMatchObject({ lastSignIn: undefined });
  expect(served.sent.filter((request) => request.includes("/events"))).toEqual([]);
});

test("a client without events has no recorded sign-in", async () => {
  served.makeAccount("api");
  served.realm.changeSettings({ eventsEnabled: true });
  expect(await detailsOf({ lastSignIn: undefined })).toMatchObject({ lastSignIn: "none" });
});

test.each<readonly [string, Partial<AccountRow>, boolean]>([
  ["the survey told it", { lastSignIn: 5 }, true],
  ["the realm keeps none", { lastSignIn: undefined }, false],
  ["the client is not known yet", { lastSignIn: undefined, client: undefined }, true],
])("the last sign-in is not asked for where %s", async (_, changes, eventsEnabled) => {
  served.makeAccount("api");
  served.realm.changeSettings({ eventsEnabled });
  expect((await detailsOf(changes)).lastSignIn).toBeUndefined();
  expect(served.sent.filter((request) => request.includes("/events"))).toEqual([]);
});

test("the client of an account is found by its ID, in lower case or not", async () => {
  served.makeAccount("plain");
  served.makeAccount("Reports");
  const idOf = async (clientId: string) =>
    (await findAccountClient(surveyApi(), clientId))?.clientId;
  expect(await idOf("plain")).toBe("plain");
  expect(await idOf("reports")).toBe("Reports");
  // A part of the ID is not the ID.
  expect(await idOf("report")).toBeUndefined();
});
