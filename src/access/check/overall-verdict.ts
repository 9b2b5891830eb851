import type { Verdict } from "./check-access.ts";

/** What all checks together say. */
export interface OverallVerdict {
  readonly verdict: Verdict;
  /** How many checks say so. */
  readonly count: number;
}

/**
 * What all checks together say. Only an answered test request shows that nothing else is in the way, such
 * as a client policy or an extension: without one the answer is never `ok`.
 *
 * @param found what was found by looking
 * @param tested what came of a test request; unknown where none was made
 */
export function overallVerdict(found: readonly Verdict[], tested: Verdict): OverallVerdict {
  const countOf = (verdict: Verdict) => [...found, tested].filter((it) => it === verdict).length;
  const problems = countOf("problem");
  if (problems > 0) return { verdict: "problem", count: problems };
  return tested === "ok"
    ? { verdict: "ok", count: countOf("ok") }
    : { verdict: "unknown", count: countOf("unknown") };
}
