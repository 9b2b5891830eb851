import { expect, test } from "vitest";
import { linesOf } from "../../../../lab/peers/lines-of.ts";
import { median } from "../../../../lab/peers/median.ts";
import { timeText } from "../../../../lab/peers/time-text.ts";

test.each([
  [[5], 5],
  [[9, 1, 5], 5],
  [[4, 1, 3, 100], 3.5],
  [[10, 9], 9.5],
])("the median of %j is %d", (values, expected) => {
  expect(median(values)).toBe(expected);
});

test("no values have no median", () => {
  expect(() => median([])).toThrow("no value");
});

test("a median doesn't change the order of the values", () => {
  const values = [3, 1, 2];
  median(values);
  expect(values).toEqual([3, 1, 2]);
});

test("neither comments, empty lines nor the begin of a document count as lines", () => {
  expect(linesOf("---\n# comment\n\na: 1\n  # comment\nb: 2 # why\n")).toBe(2);
});

test.each([
  [41.4, "41 ms"],
  [999.4, "999 ms"],
  [999.6, "1.0 s"],
  [2_181, "2.2 s"],
])("%d ms is written as %s", (milliseconds, text) => {
  expect(timeText(milliseconds)).toBe(text);
});
