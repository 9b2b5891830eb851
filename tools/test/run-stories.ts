import { join } from "node:path";
import type { Outcome } from "./outcome.ts";
import { parsePlaywrightReport } from "./parse-playwright-report.ts";
import { root } from "./root.ts";
import { runTests } from "./run-tests.ts";

/** Which end-to-end tests are run, and how. */
export interface StoriesRun {
  /** What Playwright is told beside what every run is told. */
  readonly arguments?: readonly string[];
  /** What the tests find in their environment. */
  readonly env?: Readonly<Record<string, string>>;
  /** The file that Playwright's report is kept in. */
  readonly reportFile?: string;
  readonly limitInMinutes?: number;
}

/** Where the report of a run is kept, by its name. */
export const reportPath = (name: string): string =>
  join(root, ".cache", "test-reports", `${name}.json`);

/** Runs end-to-end tests with Playwright. */
export async function runStories(run: StoriesRun = {}): Promise<Outcome> {
  return runTests(run.reportFile ?? reportPath("e2e"), parsePlaywrightReport, (report) => ({
    packageName: "@playwright/test",
    binName: "playwright",
    arguments: ["test", "--forbid-only", "--reporter=list,json", ...(run.arguments ?? [])],
    env: { ...run.env, PLAYWRIGHT_JSON_OUTPUT_FILE: report },
    limitInMinutes: run.limitInMinutes ?? 46,
  }));
}
