import type { Outcome } from "./outcome.ts";
import { parsePlaywrightReport } from "./parse-playwright-report.ts";
import { runTests } from "./run-tests.ts";

/**
 * Runs end-to-end tests with Playwright.
 *
 * @param options.arguments what Playwright is told beside what every run is told
 * @param options.env what the tests find in their environment
 */
export async function runStories(
  options: {
    readonly arguments?: readonly string[];
    readonly env?: Readonly<Record<string, string>>;
  } = {},
): Promise<Outcome> {
  return runTests("e2e.json", parsePlaywrightReport, (report) => ({
    packageName: "@playwright/test",
    binName: "playwright",
    arguments: ["test", "--forbid-only", "--reporter=list,json", ...(options.arguments ?? [])],
    env: { ...options.env, PLAYWRIGHT_JSON_OUTPUT_FILE: report },
    limitInMinutes: 46,
  }));
}
