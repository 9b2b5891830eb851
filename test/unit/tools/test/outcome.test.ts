import { expect, it } from "vitest";
import { countsLine, countTests, failuresIn, sumOutcomes } from "../../../../tools/test/outcome.ts";
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

it("names each test that failed, with the first line of what it said", () => {
  const titles = ["a story", "a step"];
  const message = "\u001b[31mError: gone\u001b[39m\n    at somewhere";
  expect(
    failuresIn([
      { titles, outcome: "passed" },
      { titles, outcome: "failed", message },
      { titles: ["no message"], outcome: "error" },
    ]),
  ).toEqual(["a story › a step: Error: gone", "no message"]);
});
