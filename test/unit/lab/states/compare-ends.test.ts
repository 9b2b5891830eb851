import { expect, test } from "vitest";
import { compareCounts } from "../../../../lab/states/compare/compare-counts.ts";
import { compareEnds, stateOf } from "../../../../lab/states/compare/compare-ends.ts";
import type { EndStatement, EndsStatement } from "../../../../lab/states/statements.ts";
import type { EndTruth } from "../../../../lab/states/truth.ts";
import { lookup } from "./truths.ts";

const hour = 3_600_000;
const soon = Date.now() + hour;
const past = Date.now() - hour;

const end: EndTruth = {
  ...{ at: soon, isScheduled: true, roles: ["view-users"], isAnyAssigned: true },
};
const said: EndStatement = { at: soon + 400, roles: ["view-users"], state: "pending" };

const truthOf = (statement: EndsStatement, ends: readonly EndTruth[] | undefined) =>
  compareEnds("tab: ends", statement, { ...lookup, ends }).truth;

test("an end is told with its roles, its state and the moment of the server's schedule", () => {
  expect(truthOf([said], [end])).toBeUndefined();
  const truth = `view-users pending ${new Date(soon).toISOString()}`;
  expect(truthOf([{ ...said, at: soon + hour }], [end])).toBe(truth);
  expect(truthOf([{ ...said, roles: [] }], [end])).toBe(truth);
  expect(truthOf([{ ...said, state: "due" }], [end])).toBe(truth);
});

test("an end that isn't told, and one that is told and isn't there, are noticed", () => {
  expect(truthOf([], [end])).toContain("view-users pending");
  expect(truthOf([said], [])).toBe("no ends");
  expect(truthOf([], [])).toBeUndefined();
});

test.each([
  [true, soon, true, "pending"],
  [true, past, true, "due"],
  [false, soon, true, "cancelled"],
  [false, past, true, "stillAssigned"],
  [true, soon, false, "unused"],
  [false, past, false, "over"],
] as const)("scheduled %s, at %s, assigned %s: %s", (isScheduled, at, isAnyAssigned, state) => {
  expect(stateOf({ ...end, isScheduled, at, isAnyAssigned })).toBe(state);
});

test("a server without workflows is told as one, and no other", () => {
  expect(truthOf("noWorkflows", undefined)).toBeUndefined();
  expect(truthOf("noWorkflows", [])).toBe("no ends");
  expect(truthOf([], undefined)).toBe("noWorkflows");
});

test("who may not see workflows is told nothing", () => {
  expect(compareEnds("tab: ends", "notKnown", { ...lookup, ends: [end] })).toEqual({
    ...{ about: "tab: ends", said: "notKnown", isKnown: false },
  });
});

test("the list counts accounts with roles that were to end and are still assigned, but for leftovers", () => {
  const missed = { ...end, isScheduled: false, at: past };
  const counts = { holders: 3, realmAdmins: 0, clientsDisabled: 0, usersDisabled: 0, leftovers: 1 };
  const leftover = { ...lookup, client: { ...lookup.client, publicClient: true }, ends: [missed] };
  const truths = [
    ...[lookup, { ...lookup, ends: [missed, { ...missed, roles: ["view-events"] }] }],
    leftover,
  ];
  const falseOnes = (notEnded: number) =>
    compareCounts({ ...counts, notEnded }, truths).filter(({ truth }) => truth !== undefined);
  expect(falseOnes(1)).toEqual([]);
  expect(falseOnes(0)).toMatchObject([{ said: "0", truth: "1" }]);
});
