import { expect, test } from "vitest";
import type { Compared } from "../../../../lab/states/compare/compared.ts";
import { caughtBy } from "../../../../lab/states/faults/caught-by.ts";
import { coverageMarkdown } from "../../../../lab/states/report/coverage-markdown.ts";
import {
  falseLines,
  isTrue,
  notKnownLines,
  tallyLine,
  tallyOf,
} from "../../../../lab/states/report/tally.ts";
import { numberStates } from "../../../../lab/states/state/random-states.ts";

const [one] = numberStates(1, 1);
if (one === undefined) throw new Error("No state was chosen.");
const state = { ...one.state, rights: "realmAdmin" } as const;

const right: Compared = { about: "tab: account", said: "exists", isKnown: true };
const wrong: Compared = { ...right, said: "none", truth: "exists" };
const open: Compared = { ...right, said: "notKnown", isKnown: false };
const result = (...compared: readonly Compared[]) => ({ numbers: [1], state, compared });

test("a run without a false statement is true as long as little is left open", () => {
  const most = Array.from({ length: 19 }, () => right);
  expect(isTrue(tallyOf([result(...most, open)]))).toBe(true);
  expect(isTrue(tallyOf([result(...most.slice(1), open)]))).toBe(false);
  expect(isTrue(tallyOf([result(...most, wrong)]))).toBe(false);
});

test("where too much isn't known, it is told what", () => {
  expect(notKnownLines([result(right, open, open)])).toEqual(["  not known 2 times: tab: account"]);
  expect(notKnownLines([result(right, wrong)])).toEqual([]);
});

test("what an administrator with few rights can't see doesn't count as unknown", () => {
  const few = { ...result(open, open), state: { ...state, rights: "viewClients" } as const };
  expect(isTrue(tallyOf([result(right), few]))).toBe(true);
});

test("a tally says how many statements there were", () => {
  expect(tallyLine(tallyOf([result(right, wrong, open, open)]))).toBe(
    '4 statements, 1 false; 50.0 % of 4 to realm admins are "not known"',
  );
});

test("a false statement is printed with its state and the truth, a list with its states", () => {
  expect(falseLines(result(right))).toEqual([]);
  expect(falseLines(result(wrong))[0]).toContain("✗ State 1: ");
  expect(falseLines(result(wrong))[1]).toBe("  tab: account: said none; true is: exists");
  expect(falseLines({ ...result(wrong), numbers: [1, 2] })[0]).toBe(
    "✗ The list with states 1, 2, to realmAdmin",
  );
});

test("a mistake is noticed by a false statement that is not made without it", () => {
  expect(caughtBy([result(wrong)], [result(wrong)])).toBeUndefined();
  expect(caughtBy([result(right)], [result(wrong)])).toContain("“tab: account” in state 1");
});

test("a run is written down with its seed, its coverage and what came of it", () => {
  const states = numberStates(3, 100).map((it) => it.state);
  const tally = tallyOf([result(right)]);
  const page = coverageMarkdown({
    ...{ version: "26.7.3", day: "2026-11-30", seed: 3 },
    states,
    tally,
  });
  expect(page).toContain("Keycloak 26.7.3, 2026-11-30, seed 3: 100 states");
  expect(page).toContain("| `serviceAccounts` | on ");
});
