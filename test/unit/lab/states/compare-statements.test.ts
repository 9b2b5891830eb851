import { expect, test } from "vitest";
import { compareCounts } from "../../../../lab/states/compare/compare-counts.ts";
import { compareStatements } from "../../../../lab/states/compare/compare-statements.ts";
import type { Statements } from "../../../../lab/states/statements.ts";
import type { Truth } from "../../../../lab/states/truth.ts";
import { lookup, trueOfLookup } from "./truths.ts";

const falseOnes = (statements: Statements, truth: Truth) =>
  compareStatements(statements, truth)
    .filter((it) => it.truth !== undefined)
    .map(({ about, said, truth: is }) => `${about}: ${said}, ${is}`);

test("true statements are not contradicted", () => {
  expect(falseOnes(trueOfLookup, lookup)).toEqual([]);
});

const leftover: Truth = {
  ...lookup,
  client: { ...lookup.client, publicClient: true },
  token: { kind: "refused", said: "Public client not allowed" },
  calls: new Map([...lookup.calls.keys()].map((id) => [id, "refused"])),
};

test("an existing account reported as missing is noticed, with its risk and roles", () => {
  const { tab, list } = trueOfLookup;
  const nothing = { account: "none", power: "none", roles: [], count: 0 } as const;
  const said: Statements = {
    ...{ ...trueOfLookup, tab: { ...tab, ...nothing }, list },
    ...{ search: new Map(), check: [] },
  };
  expect(falseOnes(said, leftover)).toEqual([
    "tab: account: none, exists",
    "tab: power: none, in effect: query-users view-users",
    "tab: roles: , query-users view-users",
    "tab: number of roles: 0, 2",
  ]);
});

test("an account that is said to be there and isn't is noticed", () => {
  const none: Truth = { ...lookup, account: "none" };
  expect(falseOnes({ ...trueOfLookup, check: [], search: new Map() }, none)).toEqual([
    "tab: account: exists, none",
    "tab: power: medium, no admin role in effect",
    "tab: roles: query-users view-users, ",
    "tab: number of roles: 2, 0",
    "list: account: exists, none",
    "list: power: medium, no admin role in effect",
    "list: roles: query-users view-users, ",
  ]);
});

test.each([
  ["allowed", "GET /events", "refused"],
  ["denied", "GET /users", "whole"],
  ["filtered", "GET /users", "whole"],
] as const)("%s for %s is noticed where it is %s", (said, id, truth) => {
  const search = new Map([[id, said]]);
  expect(falseOnes({ ...trueOfLookup, search }, lookup)).toEqual([
    `search: ${id}: ${said}, ${truth}`,
  ]);
});

test("a statement of not known is not false, and is counted", () => {
  const search = new Map([["GET /users", "notKnown"]] as const);
  const said = compareStatements({ ...trueOfLookup, search }, lookup);
  expect(said.filter(({ truth }) => truth !== undefined)).toEqual([]);
  expect(said.filter(({ isKnown }) => !isKnown).map(({ about }) => about)).toEqual([
    "search: GET /users",
  ]);
});

test("realm admin said of a thin realm-admin is noticed", () => {
  const thin: Truth = { ...lookup, effective: new Set(["realm-admin", "query-users"]) };
  const roles = ["query-users", "realm-admin"];
  const tab = { account: "exists", power: "realmAdmin", roles, ends: [], count: 2 } as const;
  const list = { ...trueOfLookup.list, power: tab.power, roles };
  expect(falseOnes({ ...trueOfLookup, tab, list, check: [] }, thin)).toEqual(
    ["tab", "list"].map(
      (where) =>
        `${where}: power: realmAdmin, not all admin roles in effect: query-users realm-admin`,
    ),
  );
});

test("a risk below what a call proves is noticed", () => {
  const calls = new Map([...lookup.calls, ["PUT /users/{user}", "whole"] as const]);
  expect(falseOnes(trueOfLookup, { ...lookup, calls })).toEqual(
    ["tab", "list"].map(
      (where) => `${where}: power: medium, critical, since PUT /users/{user} is answered`,
    ),
  );
});

test("an account that reading made is noticed", () => {
  expect(falseOnes(trueOfLookup, { ...lookup, isMadeByReading: true })).toEqual([
    "reading: changes nothing, made a service-account user",
  ]);
});

test("a client that is said to be enabled and whose user is disabled is noticed in the list", () => {
  expect(falseOnes(trueOfLookup, { ...lookup, accountEnabled: false })).toContain(
    "list: enabled: true, false",
  );
});

test("counts of the list are compared with all that is there; what it doesn't count is not known", () => {
  const disabled: Truth = { ...lookup, accountEnabled: false };
  const none: Truth = { ...lookup, account: "none" };
  const truths = [lookup, disabled, none];
  const leftovers = [...truths, { ...lookup, client: { ...lookup.client, publicClient: true } }];
  const counted = {
    holders: 3,
    realmAdmins: 0,
    clientsDisabled: 0,
    usersDisabled: 1,
    leftovers: 1,
    notEnded: 0,
  };
  const falseCounts = (counts: typeof counted) =>
    compareCounts(counts, leftovers).filter(({ truth }) => truth !== undefined);
  expect(falseCounts(counted)).toEqual([]);
  expect(falseCounts({ ...counted, holders: 2, usersDisabled: 0 })).toMatchObject([
    { about: "list: number of holders", said: "2", truth: "3" },
    { about: "list: number of users disabled", said: "0", truth: "1" },
  ]);
  const open = compareCounts({ ...counted, leftovers: undefined }, leftovers);
  expect(open.filter(({ isKnown }) => !isKnown)).toMatchObject([
    { about: "list: number of leftovers", said: "notKnown" },
  ]);

  const silent = compareCounts(
    {
      ...{ holders: undefined, realmAdmins: undefined, clientsDisabled: undefined },
      ...{ usersDisabled: undefined, leftovers: undefined, notEnded: undefined },
    },
    leftovers,
  );
  expect(
    silent.map(({ isKnown }) => isKnown),
    "a list that leaves something out says so once",
  ).toEqual([false]);
});
