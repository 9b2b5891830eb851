import { expect, test } from "vitest";
import { linesOf } from "../../../../lab/peers/lines-of.ts";
import { timeText } from "../../../../lab/peers/time-text.ts";

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
