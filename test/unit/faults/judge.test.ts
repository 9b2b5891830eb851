import { expect, test } from "vitest";
import type { GrantKey } from "../../../src/access/model/grant.ts";
import type { Line, Outcome } from "../../../src/access/plan/outcome.ts";
import type { Facts } from "../../faults/facts.ts";
import { judgeEnd, judgeReport, judgeSecrecy, judgeStretch, reverse } from "../../faults/judge.ts";
import type { Scene } from "../../faults/scene.ts";

const scene = {
  ...{ clientId: "case-1", clientUuid: "uuid", isMaster: false, adminRoleIds: new Map() },
} as unknown as Scene;

/** The client with its account, its scope and other people's things. */
function factsWith(...lines: readonly string[]): Facts {
  return {
    held: new Set([
      'case-1: setting id "uuid"',
      "case-1: account",
      "bystander: mapping other",
      ...lines.map((line) => `case-1: ${line}`),
    ]),
    roleIds: new Map([
      ["admin:view-users", "v"],
      ["admin:view-events", "e"],
    ]),
    clientScopes: new Set(),
  };
}

const users: GrantKey = "mapping:admin:view-users";
const events: GrantKey = "mapping:admin:view-events";
const intent = { gives: [users], takes: [events] };
const before = factsWith("mapping e");
const after = factsWith("mapping v");

function outcomeWith(...lines: readonly (readonly [string, boolean, boolean | undefined])[]) {
  return {
    lines: lines.map(([name, isWanted, isHeld]): Line => {
      const role = { container: "admin" as const, id: "any", name };
      return { grant: { place: "mapping", role }, isWanted, isHeld };
    }),
    thrown: undefined,
  } as unknown as Outcome;
}

const verdicts = (problems: readonly { readonly verdict: string }[]) =>
  problems.map(({ verdict }) => verdict);

test("what the plan names may change, in whole or in part", () => {
  expect(judgeStretch(scene, { from: before, to: after }, intent)).toEqual([]);
  expect(judgeStretch(scene, { from: before, to: before }, intent)).toEqual([]);
});

test("an unplanned mapping is reported, and so is a lost one", () => {
  const other = factsWith("mapping e", "scope v");
  expect(verdicts(judgeStretch(scene, { from: before, to: other }, intent))).toEqual(["added"]);
  expect(verdicts(judgeStretch(scene, { from: other, to: before }, intent))).toEqual(["lost"]);
  const taken = { ...before, held: new Set([...before.held].slice(0, 2)) };
  expect(judgeStretch(scene, { from: before, to: taken }, intent)).toEqual([
    { verdict: "lost", text: "lost: bystander: mapping other" },
  ]);
});

test("a disabled client counts as lost, whatever the plan", () => {
  const off = { ...before, held: new Set([...before.held].filter((it) => !/account/.test(it))) };
  const undo = reverse({ gives: ["account", users], takes: [] });
  expect(verdicts(judgeStretch(scene, { from: before, to: off }, undo))).toContain("lost");
});

test("a report is compared line by line with the server's state", () => {
  const right = outcomeWith(["view-users", true, true], ["view-events", false, false]);
  expect(judgeReport(scene, right, intent, [after], false)).toEqual([]);
  expect(judgeReport(scene, right, intent, [before], false)).toHaveLength(2);
  expect(judgeReport(scene, right, intent, [before, after], false)).toEqual([]);
});

test("a line that is missing, too many or unknown without need is false", () => {
  const missing = outcomeWith(["view-users", true, true]);
  expect(judgeReport(scene, missing, intent, [after], false)).toHaveLength(1);
  const unknown = outcomeWith(["view-users", true, undefined], ["view-events", false, false]);
  expect(judgeReport(scene, unknown, intent, [after], false)).toHaveLength(1);
  expect(judgeReport(scene, unknown, intent, [after], true)).toEqual([]);
  const more = outcomeWith(["view-users", true, true], ["view-events", false, false]);
  expect(judgeReport(scene, more, { gives: [users], takes: [] }, [after], false)).toHaveLength(1);
});

test("the end is reached when every possible addition and removal is done", () => {
  expect(judgeEnd(scene, intent, after)).toEqual([]);
  expect(verdicts(judgeEnd(scene, intent, before))).toEqual(["notRecovered", "notRecovered"]);
  const gone = { ...factsWith(), roleIds: new Map() };
  expect(judgeEnd(scene, intent, gone)).toEqual([]);
});

test("a token in the cause of an error is a leak", () => {
  const thrown = new Error("no", { cause: { headers: "Bearer eyJhbGciOiJIUzUxMiJ9.payload" } });
  expect(verdicts(judgeSecrecy({ ...outcomeWith(), thrown }))).toEqual(["leak"]);
  expect(judgeSecrecy(outcomeWith(["view-users", true, true]))).toEqual([]);
});
