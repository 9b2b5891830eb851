import { expect, test } from "vitest";
import { readTestResult } from "../../../../lab/mutation/test-result.ts";

test("red tests are told by name, and files that could not be run by what vitest says", () => {
  const report = {
    testResults: [
      {
        status: "failed",
        assertionResults: [
          { status: "passed", fullName: "a" },
          { status: "failed", fullName: "b" },
        ],
      },
      { status: "failed", assertionResults: [], message: "Unexpected token" },
    ],
  };
  expect(readTestResult(report)).toEqual({
    passed: 1,
    failed: ["b"],
    errors: ["Unexpected token"],
  });
});

test("no report tells of no test", () => {
  expect(readTestResult({})).toEqual({ passed: 0, failed: [], errors: [] });
});
