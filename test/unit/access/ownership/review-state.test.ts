import fc from "fast-check";
import { expect, test } from "vitest";
import {
  isDay,
  nextReviewAfter,
  reviewStateOf,
} from "../../../../src/access/ownership/review-state.ts";

test.each([
  [undefined, "none"],
  ["2026-05-30", "overdue"],
  ["2026-05-31", "planned"],
  ["2027-01-01", "planned"],
  ["2026-02-30", "notADate"],
  ["2026-13-01", "notADate"],
  ["2026-5-1", "notADate"],
  ["31.05.2020", "notADate"],
  ["2020-01-01\u0000", "notADate"],
  ["\u202e2020-01-01", "notADate"],
  ["soon", "notADate"],
  ["1".repeat(200_000), "notADate"],
] as const)("on May 31, 2026, a review on %j is %s", (date, state) => {
  expect(reviewStateOf(date, "2026-05-31")).toBe(state);
});

test("what is no day is never overdue or planned", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      if (isDay(text)) return;
      expect(reviewStateOf(text, "2026-05-31")).toBe("notADate");
    }),
  );
});

test.each([
  ["2026-05-31", "2026-11-30"],
  ["2026-08-31", "2027-02-28"],
  ["2026-11-30", "2027-05-30"],
])("after a review on %s, the next is suggested for %s", (today, next) => {
  expect(nextReviewAfter(today)).toBe(next);
});
