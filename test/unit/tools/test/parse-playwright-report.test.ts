import { expect, it } from "vitest";
import { parsePlaywrightReport } from "../../../../tools/test/parse-playwright-report.ts";

it("counts flaky and skipped tests as failed", () => {
  const report = { stats: { expected: 5, unexpected: 1, flaky: 1, skipped: 2 }, errors: [] };
  expect(parsePlaywrightReport(report)).toEqual({ passed: 5, failed: 4 });
});

it("counts errors outside of any test as failed", () => {
  const stats = { expected: 5, unexpected: 0, flaky: 0, skipped: 0 };
  const report = { stats, errors: [{ message: "a server did not stop" }] };
  expect(parsePlaywrightReport(report)).toEqual({ passed: 5, failed: 1 });
});

it("finds no test in what is no report", () => {
  expect(parsePlaywrightReport("nonsense")).toEqual({ passed: 0, failed: 0 });
});
