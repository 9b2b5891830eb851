/** Which service accounts of a realm have which of its own presets. */
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { markerAttribute } from "../../../../src/access/custom/marker.ts";
import { presetAttribute } from "../../../../src/access/custom/store-of.ts";
import { writeCustomPreset } from "../../../../src/access/custom/write-custom-preset.ts";
import { accountRows } from "../../../../src/access/survey/account-rows.ts";
import type { Survey } from "../../../../src/access/survey/survey.ts";
import { createStore } from "../../../../src/keycloak/custom/create-store.ts";
import { askForEffectiveRoles } from "../../../../src/keycloak/survey/ask-every-account.ts";
import { readAccountAgain } from "../../../../src/keycloak/survey/read-account-again.ts";
import { readAccountDetails } from "../../../../src/keycloak/survey/read-account-details.ts";
import { createSurveyApi } from "../../../../src/keycloak/survey/survey-api.ts";
import { surveyServiceAccounts } from "../../../../src/keycloak/survey/survey-service-accounts.ts";
import { type SurveyedRealm, serveSurveyedRealm, surveyOfDemo } from "./survey-realm.ts";

let served: SurveyedRealm;
let billing: string;

const roles = [
  { client: "realm-management", role: "view-users" },
  { client: "billing", role: "write" },
  { role: "bookkeeper" },
];

beforeEach(async () => {
  served = serveSurveyedRealm();
  const { realm } = served;
  billing = realm.makeClient({ clientId: "billing" });
  for (const name of ["write", "read"]) realm.makeClientRole(billing, name);
  realm.makeRealmRole("bookkeeper");
});

afterEach(() => vi.unstubAllGlobals());

async function store(preset: Partial<Parameters<typeof writeCustomPreset>[0]> = {}) {
  const value = writeCustomPreset({
    ...{ id: "billing-sync", name: "Billing sync", purpose: "", roles, revision: 1, formerly: [] },
    ...preset,
  });
  await createStore(served.apiOf(), { [presetAttribute("billing-sync")]: value });
  served.sent.length = 0;
}

const assigned = (userId: string) =>
  served.realm.mapRoles(userId, [
    served.realm.findRole("write", billing).id,
    served.realm.findRole("bookkeeper").id,
  ]);

async function rowsOf() {
  const survey = await surveyServiceAccounts(served.apiOf(), {
    ...surveyOfDemo,
    loginRealm: "demo",
  });
  return new Map(
    accountRows(survey, new Map()).map((row) => [
      row.clientId,
      {
        presets: row.presets.map(({ id }) => id),
        outdated: row.outdated.map(({ id }) => id),
        begun: row.begun?.preset.id,
      },
    ]),
  );
}

test("an account with all roles of a preset has it, and one with a part of them doesn't", async () => {
  await store();
  assigned(served.makeAccount("all", "view-users"));
  served.makeAccount("part", "view-users");
  const rows = await rowsOf();
  expect(rows.get("all")?.presets).toContain("custom:billing-sync");
  expect(rows.get("part")?.presets).not.toContain("custom:billing-sync");
});

test("roles that a group gives count as those that are assigned", async () => {
  await store();
  const { realm } = served;
  const userId = served.makeAccount("member", "view-users");
  const group = realm.makeGroup("Automation");
  realm.mapRoles(group, [realm.findRole("write", billing).id, realm.findRole("bookkeeper").id]);
  realm.joinGroup(userId, group);
  expect((await rowsOf()).get("member")?.presets).toContain("custom:billing-sync");
});

test("roles count that come through a composite role of the realm, or through the default role", async () => {
  await store();
  const { realm } = served;
  const write = realm.findRole("write", billing).id;
  const userId = served.makeAccount("composed", "view-users");
  realm.mapRoles(userId, [realm.makeRealmRole("billing operators").id]);
  realm.addComposites(realm.findRole("billing operators").id, [write]);
  // It has the other roles of the preset, and this one through the default role.
  served.makeAccount("other", "view-users");
  realm.addComposites(realm.findRole("default-roles-demo").id, [realm.findRole("bookkeeper").id]);
  const rows = await rowsOf();
  expect(rows.get("composed")?.presets).toContain("custom:billing-sync");
  expect(rows.get("other")?.presets).not.toContain("custom:billing-sync");
});

test("an account that an import named otherwise has a preset like any other", async () => {
  await store();
  const userId = served.makeAccount("imported", "view-users");
  assigned(userId);
  served.realm.renameUser(userId, "robot");
  const client = served.realm.dump().clients.find((it) => it.clientId === "imported");
  served.realm.changeClient(client?.id ?? "", { serviceAccountsEnabled: false });
  expect((await rowsOf()).get("imported")?.presets).toContain("custom:billing-sync");
});

test("a person without admin roles who is only called like an account has no row, whatever else they have", async () => {
  await store();
  assigned(served.realm.makeAdministrator({ token: "smith", username: "service-account-smith" }));
  expect([...(await rowsOf()).keys()].filter((it) => it.includes("smith"))).toEqual([]);
});

test("what the server itself says of an account counts more: a role of another client may include these", async () => {
  await store();
  const { realm } = served;
  const userId = served.makeAccount("app", "view-users");
  const all = realm.makeClientRole(realm.makeClient({ clientId: "suite" }), "all");
  realm.addComposites(all.id, [
    realm.findRole("write", billing).id,
    realm.findRole("bookkeeper").id,
  ]);
  realm.mapRoles(userId, [all.id]);
  const survey = await served.survey();
  const [row] = accountRows(survey, new Map()).filter(({ clientId }) => clientId === "app");
  if (row === undefined) throw new Error("The client app has no row.");
  const queued = createSurveyApi(served.apiOf(), new AbortController().signal, () => undefined);
  const asked = new Map([[row.key, await readAccountDetails(queued, survey, row)]]);
  const [known] = accountRows(survey, asked).filter(({ clientId }) => clientId === "app");
  expect(known?.presets.map(({ id }) => id)).toContain("custom:billing-sync");
  expect(known?.held.map(({ name }) => name)).toEqual([
    "query-groups",
    "query-users",
    "view-users",
  ]);
  const { details } = await askForEffectiveRoles(served.apiOf(), survey);
  expect(details.get(row.key)?.effective).toEqual(asked.get(row.key)?.effective);
});

test("who holds what isn't told to be read before it is known who has presets of the realm", async () => {
  await store();
  assigned(served.makeAccount("all", "view-users"));
  // The answer comes when nothing else is asked any more.
  const last = async (answer: () => Promise<Response>) => {
    for (let sent = 0; sent !== served.sent.length; ) {
      sent = served.sent.length;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    return answer();
  };
  served.faults.push({ request: /clientId=service-account-presets/, fault: last });
  const early: Survey[] = [];
  const survey = await served.survey({
    onProgress: (known) => {
      if (known.progress.arePowersRead && known.ownPresets === undefined) early.push(known);
    },
  });
  expect(survey.ownPresets).toHaveLength(1);
  expect(early).toEqual([]);
});

test("an account that is read again after a change has all of a preset's roles that were assigned", async () => {
  await store();
  const userId = served.makeAccount("changed", "view-users");
  const before = await served.survey();
  assigned(userId);
  const { id } = served.realm.dump().clients.find((it) => it.clientId === "changed") ?? {};
  const queued = createSurveyApi(served.apiOf(), new AbortController().signal, () => undefined);
  const touched = { realm: "demo", administers: "demo", clientUuid: id ?? "" };
  const [after] = (await readAccountAgain(queued, [before], touched)) ?? [];
  const rows = accountRows(after ?? before, new Map());
  const presets = rows.find(({ clientId }) => clientId === "changed")?.presets;
  expect(presets?.map((preset) => preset.id)).toContain("custom:billing-sync");
});

test("an account whose client says that it got an earlier revision is outdated", async () => {
  const former = [{ client: "realm-management", role: "view-users" }];
  await store({ revision: 2, formerly: [{ revision: 1, roles: former }] });
  served.makeAccount("unmarked", "view-users");
  const { realm } = served;
  const attributes = { [markerAttribute("billing-sync")]: "1" };
  const uuid = realm.makeClient({ clientId: "marked", serviceAccountsEnabled: true, attributes });
  realm.mapRoles(realm.serviceAccountUserId(uuid) ?? "", [served.adminRole("view-users")]);
  const rows = await rowsOf();
  expect(rows.get("marked")?.outdated).toEqual(["custom:billing-sync"]);
  expect(rows.get("unmarked")?.outdated).toEqual([]);
});

test("a realm without presets costs one request, and asks for no role's holders", async () => {
  await rowsOf();
  const asked = served.sent.filter((it) => it.includes("service-account-presets"));
  expect(asked).toEqual(["GET /clients?clientId=service-account-presets"]);
  expect(served.sent.filter((it) => it.includes("bookkeeper"))).toEqual([]);
});

test("a client that is gone, and role names that lead elsewhere, are asked for no holders", async () => {
  await store({
    roles: [
      { client: "gone", role: "write" },
      { client: "billing", role: ".." },
    ],
  });
  served.realm.makeClientRole(billing, "..");
  served.makeAccount("api", "view-users");
  expect((await rowsOf()).get("api")?.presets).not.toContain("custom:billing-sync");
  expect(served.sent.filter((it) => /\/\.\.|%2E%2E/.test(it))).toEqual([]);
});
