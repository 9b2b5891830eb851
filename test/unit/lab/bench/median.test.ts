import { expect, test } from "vitest";
import { median } from "../../../../lab/bench/median.ts";

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
