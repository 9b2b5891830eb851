import { expect, it } from "vitest";
import { countsLine, judgeOutcome, sumOutcomes } from "../../../../tools/test/outcome.ts";

it("adds up the steps and says it in one line", () => {
  const sum = sumOutcomes([
    { passed: 1, failed: 0 },
    { passed: 40, failed: 2 },
  ]);
  expect(countsLine(sum)).toBe("41 passed, 2 failed");
});

it("takes what a runner reported when it ended well", () => {
  expect(judgeOutcome({ passed: 3, failed: 0 }, true)).toEqual({ passed: 3, failed: 0 });
});

it("doesn't count a failure twice when the runner named it", () => {
  expect(judgeOutcome({ passed: 3, failed: 2 }, false)).toEqual({ passed: 3, failed: 2 });
});

it("counts a runner that crashed after its tests as one failure", () => {
  expect(judgeOutcome({ passed: 3, failed: 0 }, false)).toEqual({ passed: 3, failed: 1 });
});

it("counts a runner without a report as one failure, however it ended", () => {
  expect(judgeOutcome(undefined, true)).toEqual({ passed: 0, failed: 1 });
  expect(judgeOutcome(undefined, false)).toEqual({ passed: 0, failed: 1 });
});

it("counts a runner that ran no test as one failure", () => {
  expect(judgeOutcome({ passed: 0, failed: 0 }, true)).toEqual({ passed: 0, failed: 1 });
});
