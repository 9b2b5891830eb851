import { expect, test } from "vitest";
import type { Outcome } from "../../../../src/access/plan/outcome.ts";
import {
  type EndIntent,
  judgeEndless,
  judgeEndsReached,
  judgeEndsReport,
  mayChange,
  reverseEnd,
} from "../../../faults/ends/judge-ends.ts";
import type { Facts } from "../../../faults/facts.ts";
import type { Scene } from "../../../faults/scene.ts";

const scene = { clientId: "case-1" } as Scene;

const factsWith = (...lines: readonly string[]): Facts => ({
  held: new Set(lines.map((line) => `case-1: ${line}`)),
  roleIds: new Map([["admin:view-users", "v"]]),
  clientScopes: new Set(),
});

const moved: EndIntent = { roles: ["view-users"], before: 7, after: 30 };
const applied: EndIntent = { ...moved, before: undefined, after: 7, comeWithRoles: true };
const cancelled: EndIntent = { ...moved, after: undefined };

const soon = "end view-users in 7 days";
const late = "end view-users in 30 days";

const reached = { state: { kind: "ready" }, lines: [] } as unknown as Outcome;

test("the ends of an intent may come and go, and no other one of the account or of others", () => {
  for (const fact of [soon, late, "unscheduled end view-events in 7 days"]) {
    expect(mayChange(scene, moved, `case-1: ${fact}`)).toBe(true);
  }
  expect(mayChange(scene, moved, "case-1: end view-events in 7 days")).toBe(false);
  expect(mayChange(scene, moved, "case-1: end view-users in 8 days")).toBe(false);
  expect(mayChange(scene, moved, "case-1: foreign Clean-up view-users 1")).toBe(false);
  expect(mayChange(scene, undefined, `case-1: ${soon}`)).toBe(false);
});

test("a role that is to end is never assigned without an end; one whose end is cancelled may be", () => {
  const endless = factsWith("mapping v");
  expect(judgeEndless(scene, moved, endless)).toMatchObject([{ verdict: "lost" }]);
  expect(judgeEndless(scene, applied, endless)).toMatchObject([{ verdict: "lost" }]);
  expect(judgeEndless(scene, cancelled, endless)).toEqual([]);
  expect(judgeEndless(scene, moved, factsWith("mapping v", soon))).toEqual([]);
  expect(judgeEndless(scene, applied, factsWith())).toEqual([]);
});

test("a report of success is false where ends aren't as the plan says at any of the moments", () => {
  const report = (outcome: Outcome, ...moments: readonly Facts[]) =>
    judgeEndsReport(scene, outcome, moved, moments);
  expect(report(reached, factsWith(late))).toEqual([]);
  expect(report(reached, factsWith(soon), factsWith(late))).toEqual([]);
  expect(report(reached, factsWith(soon, late))).toMatchObject([{ verdict: "falseReport" }]);
  expect(report({ ...reached, areEndsOpen: true }, factsWith(soon))).toEqual([]);
});

test("in the end, no workflow may be left that isn't scheduled, and nothing may be told as open", () => {
  const end = (ends: EndIntent, facts: Facts, outcome = reached) =>
    judgeEndsReached(scene, outcome, ends, facts).map(({ text }) => text);
  expect(end(moved, factsWith(late))).toEqual([]);
  expect(end(reverseEnd(moved), factsWith(late))).toEqual([
    "view-users doesn't end in 7 days",
    "view-users ends in 30 days",
  ]);
  expect(end(moved, factsWith(late, "unscheduled end view-users in 30 days"))).toHaveLength(1);
  expect(end(moved, factsWith(late), { ...reached, areEndsOpen: true })).toHaveLength(1);
});
