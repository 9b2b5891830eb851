import { afterEach, expect, test, vi } from "vitest";
import { createAdminApi } from "../../../../src/keycloak/api/admin-api.ts";
import {
  askForEffectiveRoles,
  askForLinks,
} from "../../../../src/keycloak/survey/ask-every-account.ts";
import { surveyServiceAccounts } from "../../../../src/keycloak/survey/survey-service-accounts.ts";
import { createInMemoryKeycloak } from "../../../in-memory-keycloak/create-in-memory-keycloak.ts";

afterEach(() => vi.unstubAllGlobals());

/** A realm with a client `api`, read by an administrator; a status stands in for answers of some paths. */
async function makeSurvey() {
  const keycloak = createInMemoryKeycloak();
  const demo = keycloak.makeRealm("demo");
  demo.makeAdministrator({ token: "all", adminRoles: ["realm-admin"] });
  const api = demo.makeClient({ clientId: "api", serviceAccountsEnabled: true });
  const refused = new Map<string, number>();
  vi.stubGlobal("fetch", async (input: URL | string, init: RequestInit) => {
    const status = [...refused].find(([path]) => String(input).includes(path))?.[1];
    return status === undefined
      ? keycloak.fetch(input, init)
      : Response.json({ error: "no" }, { status });
  });
  const tokens = { accessToken: async () => "all", forgetToken: () => undefined };
  const adminApi = createAdminApi("https://kc.example.org", "demo", tokens);
  const survey = await surveyServiceAccounts(adminApi, {
    ...{ administers: "demo", adminClientId: "realm-management", isMaster: false },
    signal: new AbortController().signal,
    onProgress: () => undefined,
  });
  const userId = demo.serviceAccountUserId(api) ?? "";
  return { demo, api, userId, adminApi, survey, refused };
}

test("roles that may not be read, and links that may not be followed, are gaps", async () => {
  const { adminApi, survey, refused } = await makeSurvey();
  refused.set("/service-account-user", 403);
  expect([...(await askForLinks(adminApi, survey)).gaps]).toEqual(["clients"]);
  refused.set("/role-mappings/", 403);
  const asked = await askForEffectiveRoles(adminApi, survey);
  expect([...asked.survey.gaps]).toEqual(["users"]);
  expect(asked.details.size).toBe(0);
});

test("an account that is gone meanwhile is left out", async () => {
  const { adminApi, survey, refused } = await makeSurvey();
  refused.set("/service-account-user", 404).set("/role-mappings/", 404);
  expect([...(await askForLinks(adminApi, survey)).gaps]).toEqual([]);
  expect((await askForEffectiveRoles(adminApi, survey)).details.size).toBe(0);
});

test("a server error is not a gap", async () => {
  const { adminApi, survey, refused } = await makeSurvey();
  refused.set("/service-account-user", 500).set("/role-mappings/", 500);
  await expect(askForLinks(adminApi, survey)).rejects.toThrow("(500)");
  await expect(askForEffectiveRoles(adminApi, survey)).rejects.toThrow("(500)");
});

test("a user of the usual name that is another one's is none of the client's", async () => {
  const { demo, userId, adminApi, survey } = await makeSurvey();
  demo.renameUser(userId, "robot");
  const linked = await askForLinks(adminApi, {
    ...survey,
    users: [{ userId: "other", username: "service-account-api", enabled: true, createdAt: 0 }],
  });
  expect(linked.clients.size).toBe(survey.clients.size - 1);
  expect([...linked.clientsByUserId.keys()]).toEqual([userId]);
  expect(linked.users.map(({ username }) => username)).toContain("robot");
});
