import { expect, it } from "vitest";
import { parseVitestReport } from "../../../../tools/test/parse-vitest-report.ts";

it("counts passed and failed tests of all files", () => {
  const report = {
    testResults: [
      { status: "passed", assertionResults: [{ status: "passed" }, { status: "passed" }] },
      { status: "failed", assertionResults: [{ status: "passed" }, { status: "failed" }] },
    ],
  };
  expect(parseVitestReport(report)).toEqual({ passed: 3, failed: 1 });
});

it("counts skipped tests and tests to be written as failed", () => {
  const assertionResults = [{ status: "skipped" }, { status: "pending" }, { status: "todo" }];
  const report = { testResults: [{ status: "passed", assertionResults }] };
  expect(parseVitestReport(report)).toEqual({ passed: 0, failed: 3 });
});

it("counts a file that failed before its first test as one failure", () => {
  const report = { testResults: [{ status: "failed", assertionResults: [] }] };
  expect(parseVitestReport(report)).toEqual({ passed: 0, failed: 1 });
});

it("finds no test in what is no report", () => {
  expect(parseVitestReport(null)).toEqual({ passed: 0, failed: 0 });
});
