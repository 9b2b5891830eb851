import type { Outcome } from "./outcome.ts";
import { asArray, asCount, asRecord } from "./parse-json.ts";

/**
 * Reads Playwright's JSON report. Skipped and flaky tests count as failed, and so do errors
 * outside of any test, such as a server that could not be stopped.
 *
 * @see [Playwright's JSON reporter](https://playwright.dev/docs/test-reporters#json-reporter)
 */
export function parsePlaywrightReport(report: unknown): Outcome {
  const { stats, errors } = asRecord(report);
  const { expected, unexpected, flaky, skipped } = asRecord(stats);
  return {
    passed: asCount(expected),
    failed: asCount(unexpected) + asCount(flaky) + asCount(skipped) + asArray(errors).length,
  };
}
