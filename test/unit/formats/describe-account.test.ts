import { expect, test } from "vitest";
import type { LastSignIn } from "../../../src/access/survey/account-rows.ts";
import { describeAccount } from "../../../src/formats/describe-account.ts";
import { givenBy, makeRows } from "../access/make-survey.ts";
import { measuredReach } from "../access/measured-reach.ts";

function describe(...args: Parameters<typeof makeRows>) {
  const [row] = makeRows(...args);
  if (row === undefined) throw new Error("There is no account.");
  return { row, described: describeAccount(row) };
}

test("an account is described by ids and names, not by texts", () => {
  const { described } = describe([
    {
      clientId: "Billing",
      mapped: ["manage-realm", "manage-clients", "__proto__"],
      attributes: { owner: "Team Billing", purpose: "Invoices", "review-date": "2020-01-01" },
      given: [
        ...givenBy({ kind: "group", name: "/ops" }, "view-events"),
        ...givenBy({ kind: "group", name: "/ops" }, "view-events"),
        ...givenBy({ kind: "defaultRole", name: "default-roles-demo" }, "view-events"),
      ],
    },
  ]);
  expect(described).toEqual({
    realm: "demo",
    clientId: "Billing",
    clientUuid: "uuid of Billing",
    username: "service-account-billing",
    state: "active",
    enabled: true,
    administers: "demo",
    presets: ["client-management", "event-reader"],
    begunPreset: "realm-configuration",
    missingRoles: 1,
    outdatedPresets: [],
    otherRoles: ["manage-realm"],
    roles: ["manage-clients", "manage-realm", "view-events"],
    indirectRoles: [
      { role: "view-events", through: ["group /ops", "defaultRole default-roles-demo"] },
    ],
    risk: "critical",
    consequences: ["becomesRealmAdmin"],
    lastSignIn: null,
    ends: null,
    reach: null,
    reachMeasuredOn: null,
    owner: "Team Billing",
    purpose: "Invoices",
    reviewDate: "2020-01-01",
    reviewedBy: null,
    reviewedAt: null,
    review: "overdue",
    origins: null,
  });
});

test("an account has the ends of its roles, and what came of them", () => {
  const { row } = describe([{ clientId: "a", mapped: ["view-events"] }]);
  const at = Date.UTC(2026, 11, 7);
  const ends = [
    {
      workflowId: "w",
      at,
      roles: ["admin:view-events" as const],
      isScheduled: true,
      state: "pending" as const,
    },
  ];
  expect(describeAccount({ ...row, ends }).ends).toEqual([
    { at: "2026-12-07T00:00:00.000Z", roles: ["view-events"], state: "pending" },
  ]);
  expect(describeAccount({ ...row, ends: [] }).ends).toEqual([]);
});

test("the report has the reach of an account, and the version on which that was measured", async () => {
  const { row } = describe([{ clientId: "a", mapped: ["view-events"] }]);
  const measured = await measuredReach();
  expect(describeAccount(row, measured)).toMatchObject({
    reach: { users: "none", events: "readsSecrets" },
    reachMeasuredOn: "26.7.3",
  });
  expect(describeAccount({ ...row, arePowersRead: false }, measured)).toMatchObject({
    reach: null,
    reachMeasuredOn: null,
  });
});

test("an account without roles has no preset, no role and no risk", () => {
  expect(describe([{ clientId: "a" }]).described).toMatchObject({
    presets: [],
    begunPreset: null,
    missingRoles: 0,
    otherRoles: [],
    roles: [],
    indirectRoles: [],
    risk: null,
    consequences: [],
  });
});

test("presets with former roles are named by their ids", () => {
  const { row } = describe([{ clientId: "a", mapped: ["view-events"] }]);
  const outdated = row.presets;
  expect(describeAccount({ ...row, outdated }).outdatedPresets).toEqual(["event-reader"]);
});

test("what was not read yet is null", () => {
  const { row } = describe([{ clientId: "a" }]);
  const unread = { ...row, client: undefined, state: undefined, lastSignIn: undefined };
  expect(describeAccount(unread)).toMatchObject({
    clientUuid: null,
    state: null,
    enabled: null,
    lastSignIn: null,
  });
});

test.each([
  ["active", true],
  ["clientDisabled", false],
  ["userDisabled", false],
  ["bothDisabled", false],
  ["leftover", false],
  ["noUser", null],
  ["unlinked", null],
] as const)("of the state %s it is told whether a token can be had: %s", (state, enabled) => {
  const { row } = describe([{ clientId: "a" }]);
  expect(describeAccount({ ...row, state })).toMatchObject({ state, enabled });
});

test("an unlinked account is named by its username, without a client", () => {
  const { row } = describe([{ clientId: "a" }]);
  const unlinked = { ...row, state: "unlinked", client: undefined, username: "robot" } as const;
  expect(describeAccount({ ...unlinked, clientId: "robot" })).toMatchObject({
    clientId: null,
    clientUuid: null,
    username: "robot",
  });
});

test("the last sign-in is a time of ISO 8601, or none", () => {
  const { row } = describe([{ clientId: "a" }]);
  const lastOf = (lastSignIn: LastSignIn) => describeAccount({ ...row, lastSignIn }).lastSignIn;
  expect(lastOf(0)).toBe("1970-01-01T00:00:00.000Z");
  expect(lastOf({ noneInDays: 45 })).toBe("none in 45 days");
});
