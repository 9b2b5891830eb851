import { expect, it } from "vitest";
import { countsLine, countTests, sumOutcomes } from "../../../../tools/test/outcome.ts";
import type { LoggedTest } from "../../../../tools/test/test-log.ts";

const tests = (...outcomes: readonly LoggedTest["outcome"][]): readonly LoggedTest[] =>
  outcomes.map((outcome) => ({ titles: ["a test"], outcome }));

it("adds up the steps and says it in one line", () => {
  const sum = sumOutcomes([
    { passed: 1, failed: 0 },
    { passed: 40, failed: 2 },
  ]);
  expect(countsLine(sum)).toBe("41 passed, 2 failed");
});

it("counts what a runner noted when it ended well", () => {
  expect(countTests(tests("passed", "passed"), true)).toEqual({ passed: 2, failed: 0 });
});

it("counts an error outside of any test as a failure", () => {
  expect(countTests(tests("passed", "error"), true)).toEqual({ passed: 1, failed: 1 });
});

it("doesn't count a failure twice when the runner named it", () => {
  expect(countTests(tests("passed", "failed", "failed"), false)).toEqual({ passed: 1, failed: 2 });
});

it("counts a runner that crashed after its tests as one failure", () => {
  expect(countTests(tests("passed"), false)).toEqual({ passed: 1, failed: 1 });
});

it("counts a runner that ran no test as one failure, however it ended", () => {
  expect(countTests([], true)).toEqual({ passed: 0, failed: 1 });
  expect(countTests([], false)).toEqual({ passed: 0, failed: 1 });
});
