import fc from "fast-check";
import { expect, test } from "vitest";
import { editDistance } from "../../../../src/access/question/edit-distance.ts";

const distance = (from: string, to: string) =>
  editDistance(from, to, (a: string, b: string) => (a === b ? 0 : 1));

test.each([
  ["", "", 0],
  ["", "abc", 3],
  ["abc", "", 3],
  ["kitten", "sitting", 3],
  ["flaw", "lawn", 2],
  ["abcd", "acbd", 2],
])("from %j to %j it is %i steps", (from, to, steps) => {
  expect(distance(from, to)).toBe(steps);
});

test("a replacement has its given cost, and is used only if that is cheaper", () => {
  const costing = (cost: number) => editDistance(["a"], ["b"], () => cost);
  expect(costing(0.25)).toBe(0.25);
  expect(costing(5)).toBe(2);
  expect(editDistance([1, 2], ["1", "2"], (a, b) => (String(a) === b ? 0 : 1))).toBe(0);
});

test("it is none for the same text only, the same both ways, and never longer by a detour", () => {
  const text = fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 6 });
  fc.assert(
    fc.property(text, text, text, (a, b, c) => {
      expect(distance(a, b) === 0).toBe(a === b);
      expect(distance(a, b)).toBe(distance(b, a));
      expect(distance(a, c)).toBeLessThanOrEqual(distance(a, b) + distance(b, c));
    }),
  );
});
