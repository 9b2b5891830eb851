import { asArray, asRecord } from "../../tools/test/parse-json.ts";

/** What became of a run of tests. */
export interface TestResult {
  readonly passed: number;
  /** Names of the tests that went red. */
  readonly failed: readonly string[];
  /** Why files could not be run at all. */
  readonly errors: readonly string[];
}

/**
 * Reads vitest's JSON report.
 *
 * @see [vitest's JSON reporter](https://vitest.dev/guide/reporters.html#json-reporter)
 */
export function readTestResult(report: unknown): TestResult {
  const files = asArray(asRecord(report)["testResults"]).map(asRecord);
  const tests = files.flatMap((file) => asArray(file["assertionResults"]).map(asRecord));
  const withStatus = (wanted: string) => tests.filter(({ status }) => status === wanted);
  return {
    passed: withStatus("passed").length,
    failed: withStatus("failed").map(({ fullName }) => String(fullName)),
    errors: files
      .filter(
        (file) => file["status"] !== "passed" && asArray(file["assertionResults"]).length === 0,
      )
      .map(({ message }) => String(message)),
  };
}
