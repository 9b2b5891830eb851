import fc from "fast-check";
import { expect, test } from "vitest";
import type { AccountRow } from "../../../../src/access/survey/account-rows.ts";
import { findingsOf } from "../../../../src/access/survey/findings.ts";
import {
  presetsOf,
  type SortableColumn,
} from "../../../../src/panel/account-cells/account-columns.ts";
import { setLanguage, sortedByName } from "../../../../src/panel/context/use-translate.ts";
import {
  type AccountQuery,
  initialQuery,
  isSearching,
  listAccounts,
} from "../../../../src/panel/service-accounts/list-accounts.ts";
import { createTranslate } from "../../../../src/texts/translate.ts";
import { givenBy, makeRows, signInsOf45Days } from "../../access/make-survey.ts";

// The texts are in another order than the ids, and hold words that no role has.
const t = createTranslate({
  locale: "en",
  texts: new Map([
    ["presets.event-reader", "Audit trail"],
    ["presets.user-lookup", "Lesen von Benützern"],
    ["presets.support-impersonation", "Helpdesk"],
    ["presets.full-administration", "Everything"],
  ]),
});

const signedIn = new Map([
  ["api-2", 200],
  ["api-10", 100],
]);
const rows = [
  ...makeRows(
    [
      { clientId: "api-10", mapped: ["realm-admin"], isClientEnabled: false },
      { clientId: "api-2", mapped: ["view-events"] },
      {
        ...{ clientId: "Zulu", mapped: ["impersonation"] },
        attributes: { owner: "Team Billing", "review-date": "2027-01-01" },
      },
      {
        clientId: "<b>",
        createdAt: 0,
        given: givenBy({ kind: "group", name: "/g" }, "view-users", "query-users"),
      },
      { clientId: "empty", createdAt: 0 },
    ],
    { signIns: signInsOf45Days({ lastByClientId: signedIn }) },
  ).map((row) =>
    row.clientId === "Zulu" ? { ...row, state: undefined, lastSignIn: undefined } : row,
  ),
  ...makeRows([{ clientId: "api-2", mapped: ["view-events"] }], { administers: "another" }),
];

const findings = findingsOf(rows);

function list(query: Partial<AccountQuery>): readonly AccountRow[] {
  return listAccounts(
    rows,
    { ...initialQuery, sortBy: "clientId", isDescending: false, ...query },
    findings,
    t,
  );
}

test.each([
  ["en", ["äbc", "zbc"]],
  ["de", ["äbc", "zbc"]],
  ["sv", ["zbc", "äbc"]],
])("names are in the order of the panel's language %s, whatever the browser's", (locale, ids) => {
  setLanguage({ locale, texts: {} });
  const some = makeRows(ids.toReversed().map((clientId) => ({ clientId })));
  const query = { ...initialQuery, sortBy: "clientId", isDescending: false } as const;
  expect(idsOf(listAccounts(some, query, [], t))).toEqual(ids);
  const named = ids.toReversed().map((name) => ({ name }));
  expect(sortedByName(named).map(({ name }) => name)).toEqual(ids);
  setLanguage({ locale: "en", texts: {} });
});

const idsOf = (listed: readonly AccountRow[]) => listed.map(({ clientId }) => clientId);

test.each<[boolean, Partial<AccountQuery>]>([
  [false, {}],
  [false, { sortBy: "clientId", isDescending: false }],
  [true, { text: "api" }],
  [true, { risk: ["low"] }],
  [true, { presets: ["event-reader"] }],
  [true, { finding: "clientDisabled" }],
])("it is %s that %o is for some of the accounts", (isOne, part) => {
  expect(isSearching({ ...initialQuery, ...part })).toBe(isOne);
});

test("at first all accounts are listed, the most dangerous on top", () => {
  expect(idsOf(listAccounts(rows, initialQuery, findings, t))).toEqual([
    "api-10",
    "Zulu",
    "api-2",
    "api-2",
    "<b>",
    "empty",
  ]);
});

test("the presets of a row are those that are whole, then the one that is not", () => {
  expect(list({}).map((row) => presetsOf(row).map(({ id }) => id))).toEqual([
    ["user-lookup"],
    ["event-reader"],
    ["event-reader"],
    ["full-administration"],
    [],
    ["support-impersonation"],
  ]);
});

test.each([
  ["a part of a client ID", "PI-1", ["api-10"]],
  ["a role", "view-users", ["<b>", "api-10"]],
  ["a role that only comes with another", "query-realms", ["api-10"]],
  ["a preset's name", "audit", ["api-2", "api-2"]],
  ["the name of a preset that is not whole", "helpdesk", ["Zulu"]],
  ["letters put together in another way", "BENU\u0308TZER", ["<b>"]],
  ["the realm administered", "another", ["api-2"]],
  ["several words, in any order", "  trail\tapi ", ["api-2", "api-2"]],
  ["words of which one fits nothing", "api nothing", []],
  ["characters that mean something elsewhere", ".*", []],
  ["markup", "<b>", ["<b>"]],
  ["nothing but spaces", " \n ", ["<b>", "api-2", "api-2", "api-10", "empty", "Zulu"]],
])("searching for %s finds what has it", (_, text, ids) => {
  expect(idsOf(list({ text }))).toEqual(ids);
});

test("filters by risk let each of the chosen levels pass, and no account without a risk", () => {
  expect(idsOf(list({ risk: ["critical"] }))).toEqual(["api-2", "api-2", "api-10", "Zulu"]);
  expect(idsOf(list({ risk: ["medium", "critical"] }))).toEqual([
    "<b>",
    "api-2",
    "api-2",
    "api-10",
    "Zulu",
  ]);
  expect(idsOf(list({ risk: ["low"] }))).toEqual([]);
});

test("accounts are found by their owner", () => {
  expect(idsOf(list({ text: "billing" }))).toEqual(["Zulu"]);
});

test("filters by preset let each of the chosen ones pass, those that are not whole among them", () => {
  expect(idsOf(list({ presets: ["support-impersonation", "user-lookup"] }))).toEqual([
    "<b>",
    "Zulu",
  ]);
  expect(idsOf(list({ presets: ["realm-creation"] }))).toEqual([]);
});

test("a finding lists the accounts that it is about, and all where it is no longer one", () => {
  expect(idsOf(list({ finding: "indirect" }))).toEqual(["<b>"]);
  expect(idsOf(list({ finding: "clientDisabled" }))).toEqual(["api-10"]);
  expect(idsOf(list({ finding: "givenToAll" }))).toEqual(idsOf(list({})));
});

test("text, filters and finding narrow together", () => {
  const query = { text: "api", risk: ["critical"], presets: ["full-administration"] } as const;
  expect(idsOf(list(query))).toEqual(["api-10"]);
  expect(idsOf(list({ ...query, finding: "realmAdmin" }))).toEqual(["api-10"]);
  expect(idsOf(list({ ...query, finding: "indirect" }))).toEqual([]);
  expect(idsOf(list({ ...query, text: "zulu" }))).toEqual([]);
  expect(idsOf(list({ ...query, presets: ["user-lookup"] }))).toEqual([]);
});

/** What stands in a column, from the first to the last row where it ascends; equal ones are together. */
const ascending: Record<SortableColumn, readonly (readonly string[])[]> = {
  clientId: [["<b>"], ["api-2", "api-2"], ["api-10"], ["empty"], ["Zulu"]],
  administers: [["api-2"], ["<b>", "api-2", "api-10", "empty", "Zulu"]],
  // Not known, disabled, then enabled.
  enabled: [["Zulu"], ["api-10"], ["<b>", "api-2", "api-2", "empty"]],
  // None, Audit trail, Everything, Helpdesk, Lesen.
  presets: [["empty"], ["api-2", "api-2"], ["api-10"], ["Zulu"], ["<b>"]],
  otherRoles: [["<b>", "api-2", "api-2", "api-10", "empty"], ["Zulu"]],
  risk: [["empty"], ["<b>"], ["api-2", "api-2"], ["Zulu"], ["api-10"]],
  through: [["api-2", "api-2", "api-10", "empty", "Zulu"], ["<b>"]],
  // Not known (the other realm's was not read to its end), none, then by time.
  lastSignIn: [["api-2", "Zulu"], ["<b>", "empty"], ["api-10"], ["api-2"]],
  // None of these is known.
  lastWrite: [["<b>", "api-2", "api-2", "api-10", "empty", "Zulu"]],
  secretAge: [["<b>", "api-2", "api-2", "api-10", "empty", "Zulu"]],
  ends: [["<b>", "api-2", "api-2", "api-10", "empty", "Zulu"]],
  owner: [["<b>", "api-2", "api-2", "api-10", "empty"], ["Zulu"]],
  review: [["<b>", "api-2", "api-2", "api-10", "empty"], ["Zulu"]],
};

const sortable = Object.keys(ascending) as SortableColumn[];

test.each(sortable)(
  "sorted by %s in both directions, what is equal there stands by client ID",
  (sortBy) => {
    const groups = ascending[sortBy];
    expect(idsOf(list({ sortBy }))).toEqual(groups.flat());
    expect(idsOf(list({ sortBy, isDescending: true }))).toEqual(groups.toReversed().flat());
  },
);

test("of those with equal power, what can act now comes first", () => {
  const equal = makeRows([
    { clientId: "a", mapped: ["realm-admin"], isClientEnabled: false },
    { clientId: "b", mapped: ["realm-admin"] },
  ]);
  for (const isDescending of [true, false]) {
    const listed = listAccounts(equal, { ...initialQuery, isDescending }, [], t);
    expect(idsOf(listed)).toEqual(["b", "a"]);
  }
});

test("the order does not depend on that of the rows, and the rows stay as they are", () => {
  // Of two accounts with the same client ID the list leaves the order open.
  const distinct = rows.filter(({ administers }) => administers === "demo");
  const shuffled = fc.shuffledSubarray(distinct, { minLength: distinct.length });
  fc.assert(
    fc.property(
      shuffled,
      fc.constantFrom(...sortable),
      fc.boolean(),
      (some, sortBy, isDescending) => {
        const before = [...some];
        const query = { ...initialQuery, sortBy, isDescending };
        const listed = listAccounts(some, query, [], t);
        expect(listed).toEqual(listAccounts(distinct, query, [], t));
        expect(new Set(listed)).toEqual(new Set(distinct));
        expect(some).toEqual(before);
      },
    ),
  );
});
