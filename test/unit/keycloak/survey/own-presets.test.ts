/** Which service accounts of a realm have which of its own presets. */
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { markerAttribute } from "../../../../src/access/custom/marker.ts";
import { presetAttribute } from "../../../../src/access/custom/store-of.ts";
import { writeCustomPreset } from "../../../../src/access/custom/write-custom-preset.ts";
import { accountRows } from "../../../../src/access/survey/account-rows.ts";
import { createStore } from "../../../../src/keycloak/custom/create-store.ts";
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
