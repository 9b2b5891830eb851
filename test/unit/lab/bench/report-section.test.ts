import { expect, test } from "vitest";
import { brokenByReport, reportSection } from "../../../../lab/bench/report/report-section.ts";

const run = { accounts: 501, first: 11_000, again: 4_321 };

test("a report may take ten seconds on a server that runs", () => {
  expect(brokenByReport(run)).toEqual([]);
  expect(brokenByReport({ ...run, again: 10_001 })).toEqual([
    "presets report: 10.0 s, more than 10 s.",
  ]);
});

test("the page says how long it took at first and then, of how many accounts", () => {
  const section = reportSection("26.7.3", "2026-11-30", run);
  expect(section).toContain(
    "took 11.0 s on a server that had just started, and 4.3 s when run again",
  );
  expect(section).toContain("501 service");
});
