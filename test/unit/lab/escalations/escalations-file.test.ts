import { expect, test } from "vitest";
import {
  compareOutcomes,
  mergeOutcomes,
  type Outcome,
  writeEscalations,
} from "../../../../lab/escalations/escalations-file.ts";

const harm = "critical" as const;
const attempts = [
  { id: "b", roles: ["manage-users"], harm },
  { id: "a", roles: ["manage-users"], harm },
  { id: "z", roles: ["create-client"], harm },
];
const outcomes = (...entries: [string, Outcome][]) => new Map(entries);

test("outcomes are sorted by first role and id, and have only versions that were tried", () => {
  const merged = mergeOutcomes([], attempts, "26.7.3", outcomes(["a", "refused"]));
  expect(merged.map(({ id }) => id)).toEqual(["z", "a", "b"]);
  expect(merged.map((it) => it.outcomes)).toEqual([{}, { "26.7.3": "refused" }, {}]);
});

test("a version's outcomes replace only its own, with versions in order", () => {
  const first = mergeOutcomes([], attempts, "26.10.0", outcomes(["a", "refused"]));
  const second = mergeOutcomes(first, attempts, "26.7.3", outcomes(["a", "unknown"]));
  const third = mergeOutcomes(second, attempts, "26.7.3", outcomes(["a", "succeeded"]));
  const entries = third.find(({ id }) => id === "a")?.outcomes ?? {};
  expect(Object.entries(entries)).toEqual([
    ["26.7.3", "succeeded"],
    ["26.10.0", "refused"],
  ]);
});

test("a version that no longer has what an attempt is about loses its outcome", () => {
  const before = mergeOutcomes([], attempts, "26.7.3", outcomes(["a", "refused"]));
  const after = mergeOutcomes(before, attempts, "26.7.3", outcomes());
  expect(after.map((it) => it.outcomes)).toEqual([{}, {}, {}]);
});

test("deleted attempts are removed", () => {
  const before = mergeOutcomes([], attempts, "26.7.3", outcomes(["a", "refused"]));
  const after = mergeOutcomes(before, attempts.slice(0, 1), "26.0.8", outcomes());
  expect(after.map(({ id }) => id)).toEqual(["b"]);
});

test("merging the same again gives the same file, an attempt to a line", () => {
  const found = outcomes(["a", "refused"], ["z", "succeeded"]);
  const once = mergeOutcomes([], attempts, "26.7.3", found);
  const text = writeEscalations(once);
  expect(writeEscalations(mergeOutcomes(once, attempts, "26.7.3", found))).toBe(text);
  expect(text.split("\n")).toHaveLength(attempts.length + 3);
  expect(JSON.parse(text)).toEqual(once);
});

test("differences name the attempt and both outcomes, even if one is missing", () => {
  const stored = mergeOutcomes(
    [],
    attempts,
    "26.7.3",
    outcomes(["a", "refused"], ["b", "refused"], ["z", "succeeded"]),
  );
  const now = outcomes(["a", "succeeded"], ["z", "succeeded"]);
  expect(compareOutcomes(stored, "26.7.3", now)).toEqual([
    "a: was refused, is succeeded",
    "b: was refused, is not tried",
  ]);
  expect(compareOutcomes(stored, "26.0.8", outcomes())).toEqual([]);
});
