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

/**
 * Holds what a runner reported against how it ended. A runner that ran nothing, or that failed
 * without naming a failed test, has failed: silence must never look like success.
 */
export function judgeOutcome(reported: Outcome | undefined, succeeded: boolean): Outcome {
  const { passed, failed } = reported ?? { passed: 0, failed: 0 };
  const isSuspicious = passed + failed === 0 || (!succeeded && failed === 0);
  return { passed, failed: isSuspicious ? failed + 1 : failed };
}
