import { expect, test } from "vitest";
import {
  compareListedPreset,
  compareOwnPreset,
} from "../../../../lab/states/compare/compare-own-preset.ts";
import type { OwnPresetStatement, OwnPresetStatus } from "../../../../lab/states/statements.ts";
import type { OwnPresetTruth, PresetRoleTruth, Truth } from "../../../../lab/states/truth.ts";
import { lookup } from "./truths.ts";

type Said = NonNullable<OwnPresetStatement["preset"]>;

const role = (name: string, changes: Partial<PresetRoleTruth> = {}): PresetRoleTruth => ({
  ...{ name, exists: true, isMapped: true, isInEffect: true, isInScope: true, isReduced: false },
  ...changes,
});

const lacking = { isMapped: false, isInEffect: false };

const asIs = { account: "asIs", hasAccount: true } as const;

function truthOf(
  preset: Partial<NonNullable<OwnPresetTruth["preset"]>>,
  changes: Partial<Truth> = {},
): Truth {
  const tried = { ...asIs, assigned: [], unassigned: [] };
  const found = { roles: [role("a"), role("b")], earlier: undefined, tried, ...preset };
  return { ...lookup, ...changes, ownPreset: { store: ["sync"], preset: found } };
}

const plan = { account: "asIs", assigns: [], unassigns: [] } as const;

const applied: Said = { status: { kind: "applied" }, earlier: undefined, hidden: [], plan };

const falseOnes = (said: Partial<Said>, truth: Truth) =>
  compareOwnPreset({ store: ["sync"], preset: { ...applied, ...said } }, truth).flatMap((it) =>
    it.truth === undefined ? [] : [`${it.about}: ${it.said}, ${it.truth}`],
  );

test("a preset that is applied, and of which nothing else is said, is true where all of it is held and works", () => {
  expect(falseOnes({}, truthOf({}))).toEqual([]);
});

const partly = truthOf({
  roles: [role("a"), role("b", lacking)],
  tried: { ...asIs, assigned: ["b"], unassigned: [] },
});
const refused = truthOf({ roles: [role("a"), role("b", lacking)] });
const gone = truthOf({ roles: [role("a"), role("b", { ...lacking, exists: false })] });
const filtered = truthOf({ roles: [role("a"), role("b", { isInScope: false })] });
const hollow = truthOf({ roles: [role("a"), role("b", { isReduced: true })] });
const off = truthOf({}, { client: { ...lookup.client, publicClient: true } });

test.each<[Truth, OwnPresetStatus, string]>([
  [partly, { kind: "missing", count: 1, held: 1 }, "not in effect: b"],
  [refused, { kind: "notGrantable", roles: ["b"] }, "not in effect: b"],
  [gone, { kind: "unavailable", roles: ["b"] }, "not in effect: b"],
  [filtered, { kind: "outOfScope", roles: ["b"], open: [] }, "not in scope: b"],
  [hollow, { kind: "reduced", roles: ["b"] }, "reduced: b"],
  [off, { kind: "accountOff" }, "the client has no use of its account"],
])("%#: the status that is true is told from the others", (truth, status, instead) => {
  const assigns = truth.ownPreset.preset?.tried.assigned ?? [];
  expect(falseOnes({ status, plan: { ...plan, assigns } }, truth)).toEqual([]);
  expect(falseOnes({ plan: { ...plan, assigns } }, truth)).toEqual([
    `own preset: status: applied, ${instead}`,
  ]);
  const [of] = falseOnes({ status }, truthOf({}));
  expect(of).toContain("own preset: status");
});

test("a role of which the scope can't be seen need not be named as out of it", () => {
  const roles = [role("a", { isInScope: false }), role("b", { isInScope: false })];
  const status = { kind: "outOfScope", roles: ["a"] } as const;
  expect(falseOnes({ status: { ...status, open: ["b"] } }, truthOf({ roles }))).toEqual([]);
  expect(falseOnes({ status: { ...status, open: [] } }, truthOf({ roles }))).toEqual([
    "own preset: status: outOfScope: a, not in scope: a b",
  ]);
});

const earlier = { revision: "1", roles: [role("a"), role("c")] };
const changed = truthOf({
  ...{ roles: [role("a"), role("b", lacking)], earlier },
  tried: { ...asIs, assigned: ["b"], unassigned: ["c"] },
});

test("what changed since the revision that a client got is compared, and what a plan does about it", () => {
  const said: Said = {
    status: { kind: "missing", count: 1, held: 1 },
    earlier: { since: "1", lacking: ["b"], left: ["c"] },
    hidden: [],
    plan: { account: "asIs", assigns: ["b"], unassigns: ["c"] },
  };
  expect(falseOnes(said, changed)).toEqual([]);
  expect(falseOnes({ ...said, earlier: undefined, plan }, changed)).toEqual([
    "own preset: earlier revision: none, since revision 1, lacking: b, left: c",
    "own preset: plan assigns: , b",
    "own preset: plan unassigns: , c",
  ]);
});

test("an earlier revision is said to be applied only where something is left of it", () => {
  const left = truthOf({
    ...{ roles: [role("a")], earlier },
    tried: { ...asIs, assigned: [], unassigned: ["c"] },
  });
  const said = {
    earlier: { since: "1", lacking: [], left: ["c"] },
    plan: { ...plan, unassigns: ["c"] },
  };
  expect(falseOnes({ ...said, status: { kind: "changed" } }, left)).toEqual([]);
  expect(falseOnes(said, left)).toEqual([
    "own preset: status: applied, left of an earlier revision: c",
  ]);
  const unseen = { hidden: ["c"], plan: said.plan };
  expect(falseOnes(unseen, left), "of what can't be seen nothing is said").toEqual([]);
  expect(falseOnes({ status: { kind: "changed" } }, truthOf({}))).toEqual([
    "own preset: status: changed, nothing is left of an earlier revision",
  ]);
});

test("a preset that the realm doesn't have, or that isn't offered, is noticed", () => {
  const none: OwnPresetTruth = { store: "notOurs", preset: undefined };
  expect(falseOnes({}, { ...lookup, ownPreset: none })).toEqual([
    "own preset: presets of the realm: sync, notOurs",
    "own preset: offered: yes, no",
  ]);
  const silent = compareOwnPreset({ store: "notKnown", preset: undefined }, truthOf({}));
  expect(silent.filter(({ truth }) => truth !== undefined)).toEqual([]);
  expect(silent.every(({ isKnown }) => !isKnown)).toBe(true);
});

test("where the status isn't known, nothing more is said", () => {
  const said = compareOwnPreset(
    { store: ["sync"], preset: { ...applied, status: { kind: "notKnown" }, plan: undefined } },
    changed,
  );
  expect(said.map(({ about, isKnown }) => [about, isKnown])).toEqual([
    ["own preset: presets of the realm", true],
    ["own preset: offered", true],
    ["own preset: status", false],
  ]);
});

test("a plan for a client whose account can't be turned on says so", () => {
  const roles = [role("a", lacking)];
  const without = truthOf(
    { roles, tried: { account: "blocked", hasAccount: false, assigned: [], unassigned: [] } },
    { account: "none" },
  );
  const status = { kind: "notGrantable", roles: ["a"] } as const;
  expect(falseOnes({ status, plan: { ...plan, account: "blocked" } }, without)).toEqual([]);
  expect(falseOnes({ status, plan: { ...plan, account: "turnedOn" } }, without)).toEqual([
    "own preset: plan for the account: turnedOn, blocked",
  ]);
});

test("the list says who has a preset of the realm, and who has an earlier revision", () => {
  const falseIn = (truth: Truth, held: "held" | "notHeld" | "notKnown", isOutdated?: boolean) =>
    compareListedPreset({ held, isOutdated }, truth)
      .filter((it) => it.truth !== undefined)
      .map(({ about }) => about);
  expect(falseIn(truthOf({}), "held", false)).toEqual([]);
  expect(falseIn(changed, "notHeld", true)).toEqual([]);
  expect(falseIn(changed, "held", false)).toEqual([
    "list: own preset",
    "list: own preset outdated",
  ]);
  expect(falseIn(changed, "notKnown")).toEqual([]);
  expect(falseIn(truthOf({}, { account: "none" }), "held")).toEqual(["list: own preset"]);
});
