import { stripVTControlCharacters } from "node:util";
import type { LoggedTest } from "./test-log.ts";

/** How many tests of a step passed and how many failed. */
export interface Outcome {
  readonly passed: number;
  readonly failed: number;
}

/** Adds up the steps of a run. */
export function sumOutcomes(outcomes: readonly Outcome[]): Outcome {
  return {
    passed: outcomes.reduce((sum, { passed }) => sum + passed, 0),
    failed: outcomes.reduce((sum, { failed }) => sum + failed, 0),
  };
}

/** The line that a test run ends with, for people and for programs that read it. */
export function countsLine({ passed, failed }: Outcome): string {
  return `${passed} passed, ${failed} failed`;
}

/** A line for each test that failed: its name, and the first line of what it said. */
export const failuresIn = (tests: readonly LoggedTest[]): readonly string[] =>
  tests
    .filter(({ outcome }) => outcome !== "passed")
    .map(({ titles, message = "" }) => {
      const [said = ""] = stripVTControlCharacters(message).trim().split("\n");
      return [titles.join(" › "), ...(said === "" ? [] : [said])].join(": ");
    });

/**
 * Counts what a runner logged. A runner that ran nothing, or that did not end well without naming a failed
 * test, has failed: silence must never look like success.
 *
 * @param succeeded whether the runner ended by itself, with exit code 0
 */
export function countTests(tests: readonly LoggedTest[], succeeded: boolean): Outcome {
  const passed = tests.filter(({ outcome }) => outcome === "passed").length;
  const failed = tests.length - passed;
  const isSuspicious = tests.length === 0 || (!succeeded && failed === 0);
  return { passed, failed: isSuspicious ? failed + 1 : failed };
}
