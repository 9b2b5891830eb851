import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { nameOfWorkflow } from "../../../../src/access/ends/own-workflow.ts";
import { removeWorkflows } from "../../../../src/keycloak/ends/set-ends.ts";
import { readAccountAgain } from "../../../../src/keycloak/survey/read-account-again.ts";
import { createSurveyApi } from "../../../../src/keycloak/survey/survey-api.ts";
import { givenTo, mapped, type SurveyedRealm, serveSurveyedRealm } from "./survey-realm.ts";

let served: SurveyedRealm;

beforeEach(() => {
  served = serveSurveyedRealm();
});

afterEach(() => vi.unstubAllGlobals());

const api = () => createSurveyApi(served.apiOf(), new AbortController().signal, () => undefined);

const uuidOf = (clientId: string) =>
  served.realm.dump().clients.find((client) => client.clientId === clientId)?.id ?? "";

const touched = (clientId: string, administers = "demo") => ({
  realm: "demo",
  administers,
  clientUuid: uuidOf(clientId),
});

test("one client is read again with three requests, and nothing is changed by that", async () => {
  const userId = served.makeAccount("api", "view-events");
  served.makeAccount("other", "view-users");
  const before = await served.survey();
  served.realm.mapRoles(userId, [served.adminRole("view-realm")]);
  served.realm.changeClient(uuidOf("api"), { enabled: false });
  const dumped = JSON.stringify(served.realm.dump());
  served.sent.length = 0;
  const [after] = (await readAccountAgain(api(), [before], touched("api"))) ?? [];
  expect(served.sent).toHaveLength(3);
  expect(JSON.stringify(served.realm.dump())).toBe(dumped);
  if (after === undefined) throw new Error("There is no survey.");
  expect(givenTo(after, userId)).toEqual([mapped("view-events"), mapped("view-realm")]);
  expect(after.clients.get("service-account-api")?.enabled).toBe(false);
  expect(after.clients.get("service-account-other")).toEqual(
    before.clients.get("service-account-other"),
  );
});

test("where the list tells when roles end, that is read again too, with two requests more", async () => {
  const [userId, other] = [served.makeAccount("api", "view-events"), served.makeAccount("other")];
  const endOf = (id: string, at: number) =>
    served.realm.makeWorkflow(
      nameOfWorkflow({ clientId: "api", userId: id, at }, "k"),
      ["realm-management/view-events"],
      [[id, at]],
    );
  endOf(userId, Date.now() + 86_400_000);
  endOf(other, Date.now() + 86_400_000);
  const before = await served.survey({ hasWorkflows: true });
  const at = Date.now() + 2 * 86_400_000;
  await removeWorkflows(
    served.apiOf(),
    (before.workflows?.workflows ?? []).filter((it) => it.userId === userId).map(({ id }) => id),
  );
  endOf(userId, at);
  served.sent.length = 0;
  const [after] = (await readAccountAgain(api(), [before], touched("api"))) ?? [];
  expect(served.sent).toHaveLength(5);
  const { workflows, scheduled } = after?.workflows ?? { workflows: [], scheduled: new Set() };
  expect(workflows.map((it) => it.userId).sort()).toEqual([userId, other].sort());
  expect(workflows.find((it) => it.userId === userId)?.at).toBe(at);
  expect(workflows.every(({ id }) => scheduled.has(id))).toBe(true);
});

test("a client that was made since is found, with its account", async () => {
  const before = await served.survey();
  const userId = served.makeAccount("New", "view-events");
  const [after] = (await readAccountAgain(api(), [before], touched("New"))) ?? [];
  expect(after?.users.map((user) => user.userId)).toContain(userId);
  expect(after?.clients.get("service-account-new")?.clientId).toBe("New");
});

test("of another realm's survey the settings are the new ones, and the roles stay", async () => {
  const userId = served.makeAccount("api", "view-events");
  const own = await served.survey();
  const over = { ...own, administers: "another" };
  served.realm.changeClient(uuidOf("api"), { enabled: false });
  served.realm.mapRoles(userId, [served.adminRole("view-realm")]);
  const surveys = (await readAccountAgain(api(), [own, over], touched("api"))) ?? [];
  expect(surveys.map((survey) => survey.clients.get("service-account-api")?.enabled)).toEqual([
    false,
    false,
  ]);
  expect(surveys.map((survey) => givenTo(survey, userId).length)).toEqual([2, 1]);
  const elsewhere = { ...own, realm: "elsewhere" };
  expect(await readAccountAgain(api(), [elsewhere], touched("api"))).toEqual([elsewhere]);
});

test("an account under another name is the one that the survey knows", async () => {
  const userId = served.makeAccount("api", "view-events");
  served.realm.renameUser(userId, "robot");
  const survey = await served.survey();
  const client = survey.clients.get("service-account-api");
  if (client === undefined) throw new Error("The client is not known.");
  const linked = { ...survey, clientsByUserId: new Map([[userId, client]]) };
  served.realm.mapRoles(userId, [served.adminRole("view-realm")]);
  const [after] = (await readAccountAgain(api(), [linked], touched("api"))) ?? [];
  expect(after === undefined ? [] : givenTo(after, userId)).toHaveLength(2);
});

test("a deleted client is reported as such", async () => {
  served.makeAccount("api");
  const before = await served.survey();
  const gone = touched("api");
  served.realm.deleteClient(gone.clientUuid);
  expect(await readAccountAgain(api(), [before], gone)).toBe(undefined);
});
