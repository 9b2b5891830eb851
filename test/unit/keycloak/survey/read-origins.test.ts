import { afterEach, expect, test, vi } from "vitest";
import { readSurveyOrigins } from "../../../../src/keycloak/survey/read-origins.ts";
import { makeRows, makeSurvey, userIdOf } from "../../access/make-survey.ts";
import { answering, serveKeycloak } from "../serve-keycloak.ts";

afterEach(() => void vi.unstubAllGlobals());

const accounts = [
  { clientId: "a", mapped: ["view-users"] },
  { clientId: "b", mapped: ["view-users"] },
];
const survey = makeSurvey(accounts);
const [a, b] = makeRows(accounts);

function serve() {
  const served = serveKeycloak();
  served.realm.changeSettings({ adminEventsEnabled: true, adminEventsDetailsEnabled: true });
  const record = (userId: string, by: string) =>
    served.realm.recordAdminEvent({
      ...{ time: 1, operationType: "CREATE", resourceType: "CLIENT_ROLE_MAPPING" },
      resourcePath: `users/${userId}/role-mappings/clients/admin-uuid`,
      representation: JSON.stringify([{ id: "id of view-users", name: "view-users" }]),
      authDetails: { realmId: "r", clientId: "c", userId: by, ipAddress: "" },
    });
  return { ...served, record };
}

test("each account has its own events, and only who wrote about accounts is looked up", async () => {
  const { apiOf, record, sent } = serve();
  record(userIdOf("a"), "maker");
  record(userIdOf("a"), "maker");
  record("a person", "another maker");
  const { originsOf, isComplete, actors } = await readSurveyOrigins(apiOf(), survey, "demo");
  const kindsOf = (row: typeof a) => row && originsOf?.(row).map(({ origin }) => origin.kind);
  expect([kindsOf(a), kindsOf(b)]).toEqual([["recorded"], ["notRecorded"]]);
  expect(isComplete).toBe(true);
  expect([...actors.keys()]).toEqual(["maker"]);
  expect(sent[0]).toContain("resourcePath=users%2F*");
});

test("without the right to see events, nothing is claimed", async () => {
  const { apiOf, realm } = serve();
  realm.makeAdministrator({ token: "bert", adminRoles: ["view-users"] });
  expect(await readSurveyOrigins(apiOf("bert"), survey, "demo")).toEqual({
    ...{ originsOf: undefined, isComplete: false, settings: undefined, actors: new Map() },
  });
});

test("reading can be stopped, and what fails is thrown", async () => {
  const { apiOf, faults } = serve();
  const stop = new AbortController();
  stop.abort();
  await expect(readSurveyOrigins(apiOf(), survey, "demo", stop.signal)).rejects.toMatchObject({
    name: "AbortError",
  });
  faults.push({ request: /admin-events/, fault: answering(500) });
  await expect(readSurveyOrigins(apiOf(), survey, "demo")).rejects.toMatchObject({
    attempt: "readEvents",
  });
});
