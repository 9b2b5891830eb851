import { countsLine } from "../../tools/test/outcome.ts";
import type { SuiteResult } from "./suite-result.ts";

/** What came of a suite, such as `12 passed` or `failed: 10 passed, 2 failed`. */
export function resultInWords({ hasPassed, counts, exitCode }: SuiteResult): string {
  if (hasPassed) return counts === undefined ? "passed" : `${counts.passed} passed`;
  return counts === undefined || counts.failed === 0
    ? `failed with exit code ${exitCode}`
    : `failed: ${countsLine(counts)}`;
}

/** How long a suite took, such as `35 s`, `4 min` or `1 h 5 min`. */
export function durationInWords({ began, ended }: SuiteResult): string {
  const seconds = Math.round((Date.parse(ended) - Date.parse(began)) / 1000);
  if (seconds < 100) return `${seconds} s`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return `${minutes} min`;
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/** The day on which a suite ended, as `2026-12-01`. */
export const dayOf = ({ ended }: SuiteResult): string => ended.slice(0, 10);
