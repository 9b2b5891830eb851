import { expect, test } from "vitest";
import { countsIn } from "../../../../lab/evidence/counts-in.ts";
import { countsLine } from "../../../../tools/test/outcome.ts";

test("the last counts of a run are its counts", () => {
  const output = `Tests  9 passed (9)\n${countsLine({ passed: 1, failed: 1 })}\nfoo\n${countsLine({ passed: 12, failed: 0 })}\nWrote a page\n`;
  expect(countsIn(output)).toEqual({ passed: 12, failed: 0 });
});

test.each([
  ["      Tests  12 passed (12)", 12, 0],
  ["      Tests  2 failed | 3 passed (5)", 3, 2],
  ["      Tests  1 failed (1)", 0, 1],
])("vitest's line %j is read", (line, passed, failed) => {
  expect(countsIn(` Test Files  1 passed (1)\n${line}\n   Duration  1 s`)).toEqual({
    passed,
    failed,
  });
});

test("what vitest has skipped has failed", () => {
  expect(countsIn(" Tests  3 passed | 1 skipped | 2 todo (6)")).toEqual({ passed: 3, failed: 3 });
});

test("colors and line ends of Windows don't matter", () => {
  expect(
    countsIn("\u001b[2m Tests \u001b[22m \u001b[1m\u001b[32m4 passed\u001b[39m\u001b[22m (4)\r\n"),
  ).toEqual({
    passed: 4,
    failed: 0,
  });
});

test("an output without counts has none", () => {
  expect(countsIn("All of it is as stored for 26.7.3.\n3 passed, 1 failed (2 s)")).toBeUndefined();
});
