import type { Outcome } from "../../tools/test/outcome.ts";
import type { VersionRun } from "./versions-table.ts";

/**
 * A version's whole run, with what came of telling again the tests that had failed in it.
 *
 * @throws where other tests were told than had failed: then nobody knows what is still open
 */
export function toldAgain(before: VersionRun, { passed, failed }: Outcome): VersionRun {
  if (passed + failed !== before.failed) {
    throw new Error(
      `In the whole run on ${before.version} ${before.failed} tests failed, now ${passed + failed} were told: nothing was written down. Name just those that failed.`,
    );
  }
  return {
    ...before,
    passed: before.passed + passed,
    failed,
    again: (before.again ?? 0) + passed,
  };
}
