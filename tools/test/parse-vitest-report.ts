import { type Outcome, sumOutcomes } from "./outcome.ts";
import { asArray, asRecord } from "./parse-json.ts";

/**
 * Reads vitest's JSON report. Whatever isn't passed counts as failed: skipped tests, tests still
 * to be written, and files that failed before their first test.
 *
 * @see [vitest's JSON reporter](https://vitest.dev/guide/reporters.html#json-reporter)
 */
export function parseVitestReport(report: unknown): Outcome {
  return sumOutcomes(asArray(asRecord(report)["testResults"]).map(outcomeOfFile));
}

function outcomeOfFile(file: unknown): Outcome {
  const { status, assertionResults } = asRecord(file);
  const tests = asArray(assertionResults).map((test) => asRecord(test)["status"]);
  const passed = tests.filter((it) => it === "passed").length;
  const failed = tests.length - passed;
  return { passed, failed: status === "passed" || failed > 0 ? failed : 1 };
}
