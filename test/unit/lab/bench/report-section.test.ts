import { expect, test } from "vitest";
import { brokenByReport, reportSection } from "../../../../lab/bench/report/report-section.ts";

const run = { accounts: 501, milliseconds: 4_321 };

test("a report may take ten seconds", () => {
  expect(brokenByReport(run)).toEqual([]);
  expect(brokenByReport({ ...run, milliseconds: 10_001 })).toEqual([
    "presets report: 10.0 s, more than 10 s.",
  ]);
});

test("the page says how long it took, of how many accounts", () => {
  const section = reportSection("26.7.3", "2026-11-30", run);
  expect(section).toContain("4.3 s");
  expect(section).toContain("501 service");
});
