import { expect, test } from "vitest";
import {
  findingsOf as allFindingsOf,
  type FindingId,
} from "../../../../src/access/survey/findings.ts";
import type { Source } from "../../../../src/access/survey/survey.ts";
import { riskLevels } from "../../../../src/catalog/roles/consequences.ts";
import { givenBy, makeRows, signInsOf45Days } from "../make-survey.ts";

const group: Source = { kind: "group", name: "/ops" };
const defaultRole: Source = { kind: "defaultRole", name: "default-roles-demo" };
const neverSeen = { signIns: signInsOf45Days() };

type Accounts = Parameters<typeof makeRows>[0];
type Changes = Parameters<typeof makeRows>[1];

/** The findings but one: all of these clients have full scope allowed. */
const findingsOf = (rows: ReturnType<typeof makeRows>) =>
  allFindingsOf(rows).filter(({ id }) => id !== "unready");

const idsOf = (accounts: Accounts, changes?: Changes) =>
  findingsOf(makeRows(accounts, changes)).map(({ id }) => id);

const holding = (...mapped: readonly string[]) => [{ clientId: "a", mapped }];

test.each<[string, Accounts, Changes, readonly FindingId[]]>([
  ["is realm admin", holding("realm-admin"), {}, ["realmAdmin"]],
  ["becomes realm admin", holding("manage-realm"), {}, ["takesOver"]],
  ["takes over accounts", holding("manage-users"), {}, ["takesOver"]],
  ["becomes any client", holding("manage-clients"), {}, ["takesOver", "readsSecrets"]],
  ["reads admin events", holding("view-events"), {}, ["takesOver"]],
  ["registers clients", holding("create-client"), {}, ["takesOver"]],
  ["reads secrets", holding("view-clients"), {}, ["readsSecrets"]],
  ["erases the audit trail", holding("manage-events"), {}, ["takesOver", "erasesTrail"]],
  [
    "holds roles through a group",
    [{ clientId: "a", given: givenBy(group, "view-realm") }],
    {},
    ["indirect"],
  ],
  ["holds more than one preset gives", holding("manage-authorization", "view-realm"), {}, ["wide"]],
  [
    "can get no token and holds roles",
    [{ clientId: "a", mapped: ["view-realm"], isClientEnabled: false }],
    {},
    ["clientDisabled"],
  ],
  [
    "can get no token since its user is disabled",
    [{ clientId: "a", mapped: ["view-realm"], isUserEnabled: false }],
    {},
    ["userDisabled"],
  ],
  [
    "can get no token since client and user are disabled",
    [{ clientId: "a", mapped: ["view-realm"], isUserEnabled: false, isClientEnabled: false }],
    {},
    ["clientDisabled", "userDisabled"],
  ],
  [
    "is left over with realm admin",
    [{ clientId: "a", mapped: ["realm-admin"], isOn: false, isClientEnabled: false }],
    neverSeen,
    ["leftover"],
  ],
  ["is left over with nothing", [{ clientId: "a", isOn: false }], {}, []],
  [
    "is unlinked",
    [{ clientId: "a", mapped: ["view-realm"] }],
    { clients: new Map() },
    ["unlinked"],
  ],
  [
    "never signed in and holds roles",
    [{ clientId: "a", mapped: ["view-realm"], createdAt: 0 }],
    neverSeen,
    ["unused"],
  ],
  ["never signed in and may be new", holding("view-realm"), neverSeen, []],
  [
    "holds what everybody has",
    [{ clientId: "a" }],
    { givenToAll: givenBy(defaultRole, "view-realm") },
    ["givenToAll", "indirect"],
  ],
  [
    "holds roles and has an overdue review",
    [{ clientId: "a", mapped: ["view-realm"], attributes: { "review-date": "2020-01-01" } }],
    {},
    ["reviewOverdue"],
  ],
  [
    "holds roles and has a review date that is no date",
    [{ clientId: "a", mapped: ["view-realm"], attributes: { "review-date": "2020-01-99" } }],
    {},
    [],
  ],
  [
    "holds nothing and has an overdue review",
    [{ clientId: "a", attributes: { "review-date": "2020-01-01" } }],
    {},
    [],
  ],
  ["holds what one preset gives", holding("view-users", "view-realm"), {}, []],
  [
    "holds nothing, can get no token and never signed in",
    [{ clientId: "a", isUserEnabled: false }],
    neverSeen,
    [],
  ],
])("an account that %s is found as such", (_, accounts, changes, ids) => {
  expect(idsOf(accounts, changes)).toEqual(ids);
});

test("the days without a recorded sign-in are true for all listed accounts", () => {
  const accounts = [{ clientId: "a", mapped: ["view-realm"], createdAt: 0 }];
  const rows = [31, 60].flatMap((days) =>
    makeRows(accounts, {
      administers: `kept for ${days}`,
      signIns: signInsOf45Days({ readAt: days * 86_400_000 }),
    }),
  );
  const keys = new Set(rows.map(({ key }) => key));
  expect(findingsOf(rows)).toEqual([{ id: "unused", level: "high", rows: keys, days: 31 }]);
});

test("accounts with the former roles of a preset are a finding", () => {
  const [row] = makeRows(holding("view-realm"));
  if (row === undefined) throw new Error("There is no account.");
  expect(findingsOf([{ ...row, outdated: row.presets }])).toEqual([
    { id: "outdated", level: "low", rows: new Set([row.key]) },
  ]);
});

test("the finding about leftover accounts is as severe as their worst role", () => {
  const left = { isOn: false };
  const [first, second] = findingsOf(
    makeRows([
      { clientId: "wide", mapped: ["manage-realm"] },
      { clientId: "a", mapped: ["view-events"], ...left },
      { clientId: "b", mapped: ["manage-users"], ...left },
    ]),
  );
  expect([first?.id, second?.id]).toEqual(["takesOver", "leftover"]);
  expect(second).toMatchObject({ level: "critical" });
  const [alone] = findingsOf(
    makeRows([{ clientId: "a", mapped: ["manage-organizations"], ...left }]),
  );
  expect(alone).toMatchObject({ id: "leftover", level: "high" });
});

test("other findings about a realm admin are not repeated", () => {
  expect(idsOf(holding("realm-admin", "manage-users", "manage-events", "view-clients"))).toEqual([
    "realmAdmin",
  ]);
});

test("unread data is not a finding", () => {
  const rows = makeRows(holding("view-realm")).map((row) => ({
    ...row,
    state: undefined,
    lastSignIn: undefined,
  }));
  expect(findingsOf(rows)).toEqual([]);
});

test("a finding lists exactly its accounts, in any realm", () => {
  const accounts = [
    { clientId: "one", mapped: ["manage-users"] },
    { clientId: "two", mapped: ["view-realm"] },
    { clientId: "three", mapped: ["manage-realm"] },
  ];
  const rows = [...makeRows(accounts), ...makeRows(accounts, { administers: "other" })];
  const keys = rows.filter(({ clientId }) => clientId !== "two").map(({ key }) => key);
  expect(findingsOf(rows)).toEqual([{ id: "takesOver", level: "critical", rows: new Set(keys) }]);
  expect(new Set(keys).size).toBe(4);
});

test("findings are ordered by severity, whatever the order of accounts", () => {
  const rows = makeRows(
    [
      { clientId: "indirect", given: givenBy(group, "view-events") },
      { clientId: "wide", mapped: ["view-events", "create-client"] },
      { clientId: "disabled", mapped: ["view-events"], isClientEnabled: false, createdAt: 0 },
      { clientId: "erases", mapped: ["manage-events"] },
      { clientId: "reads", mapped: ["view-clients"] },
      { clientId: "takes", mapped: ["manage-users"] },
      { clientId: "admin", mapped: ["realm-admin"] },
    ],
    { ...neverSeen, givenToAll: givenBy(defaultRole, "view-realm") },
  );
  const found = findingsOf(rows);
  expect(found.map(({ id }) => id)).toEqual([
    "realmAdmin",
    "givenToAll",
    "takesOver",
    "readsSecrets",
    "erasesTrail",
    "clientDisabled",
    "unused",
    "wide",
    "indirect",
  ]);
  const levels = found.map(({ level }) => riskLevels.indexOf(level));
  expect(levels).toEqual([...levels].sort((a, b) => b - a));
  expect(findingsOf(rows.toReversed()).map(({ id }) => id)).toEqual(found.map(({ id }) => id));
});

test("without accounts there are no findings", () => {
  expect(findingsOf([])).toEqual([]);
});

test("accounts with admin roles aren't ready while full scope is allowed, or while they lack the realm's client scope", () => {
  const rows = makeRows([
    { clientId: "full", mapped: ["view-users"] },
    { clientId: "scoped", mapped: ["view-users"], fullScopeAllowed: false },
    { clientId: "off", mapped: ["view-users"], isClientEnabled: false },
    { clientId: "nothing" },
  ]);
  const unready = (of: typeof rows) => {
    const found = allFindingsOf(of).find(({ id }) => id === "unready");
    return of.filter(({ key }) => found?.rows.has(key)).map(({ clientId }) => clientId);
  };
  expect(unready(rows)).toEqual(["full"]);
  const withScope = rows.map((row) => ({
    ...row,
    asksForScope: true,
    client: row.client && { ...row.client, adminClientScope: "none" as const },
  }));
  expect(unready(withScope)).toEqual(["full", "scoped"]);
});

test("no recorded write is a finding of accounts that may write, for the days that are known of all", () => {
  const now = 100 * 86_400_000;
  const rows = makeRows([
    { clientId: "idle", mapped: ["manage-users"] },
    { clientId: "other", mapped: ["manage-users"] },
    { clientId: "reader", mapped: ["view-users", "query-groups"] },
    { clientId: "busy", mapped: ["manage-users"] },
    { clientId: "today", mapped: ["manage-users"] },
  ]).map((row) => {
    const noneSince = new Map([
      ["idle", 10],
      ["other", 30.5],
      ["reader", 10],
      ["today", 99.5],
    ]).get(row.clientId);
    const lastWrite = noneSince === undefined ? now : { noneSince: noneSince * 86_400_000 };
    return { ...row, lastWrite };
  });
  const found = allFindingsOf(rows, now).find(({ id }) => id === "noWrites");
  expect(found).toMatchObject({ level: "medium", days: 69 });
  expect(rows.filter(({ key }) => found?.rows.has(key)).map(({ clientId }) => clientId)).toEqual([
    "idle",
    "other",
  ]);
});
