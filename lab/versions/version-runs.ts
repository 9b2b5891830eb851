import { readFile, writeFile } from "node:fs/promises";
import { compareVersions } from "../../tools/keycloak/supported-versions.ts";
import type { Outcome } from "../../tools/test/outcome.ts";
import { markdownTable } from "../markdown/table.ts";
import { writeBetween } from "../markdown/write-between.ts";

/** What came of the end-to-end tests on one Keycloak. */
export interface VersionRun {
  readonly version: string;
  readonly passed: number;
  readonly failed: number;
  /** How many of those that passed had failed in the whole run, and passed when they were retried. */
  readonly again?: number;
  /** The day of the run, as `2026-11-25`. */
  readonly day: string;
}

/** The runs as a table in Markdown. */
export function versionsTable(runs: readonly VersionRun[]): string {
  const rows = runs.map(({ version, passed, failed, again = 0, day }) => {
    const retried = again === 0 ? "" : `, ${again} of them on retry`;
    const counts = failed === 0 ? `all ${passed} passed` : `${passed} passed, ${failed} failed`;
    return [version, counts + retried, day];
  });
  return markdownTable(["Keycloak", "end-to-end tests", "on"], rows);
}

/** The runs that are stored; the newest version first. */
export async function loadRuns(dataFile: string): Promise<readonly VersionRun[]> {
  return JSON.parse(await readFile(dataFile, "utf8"));
}

/**
 * Keeps what came of a version's run beside those of the others, and rewrites the README's table.
 *
 * @throws where the README has no place for the table
 */
export async function recordVersion(
  dataFile: string,
  readmeFile: string,
  run: VersionRun,
): Promise<void> {
  const before = await loadRuns(dataFile);
  const runs = [...before.filter(({ version }) => version !== run.version), run].sort((a, b) =>
    compareVersions(b.version, a.version),
  );
  await writeFile(dataFile, `${JSON.stringify(runs, null, 2)}\n`);
  await writeBetween(readmeFile, "npm run test:versions", versionsTable(runs));
}

/**
 * A version's whole run, with what came of retrying the tests that had failed in it.
 *
 * @throws where other tests were retried than had failed: then nobody knows what is still open
 */
export function withRetried(before: VersionRun, { passed, failed }: Outcome): VersionRun {
  if (passed + failed !== before.failed) {
    throw new Error(
      `In the whole run on ${before.version} ${before.failed} tests failed, now ${passed + failed} ran: nothing was written down. Name just those that failed.`,
    );
  }
  return {
    ...before,
    passed: before.passed + passed,
    failed,
    again: (before.again ?? 0) + passed,
  };
}
