/** What came of the end-to-end tests on one Keycloak. */
export interface VersionRun {
  readonly version: string;
  readonly passed: number;
  readonly failed: number;
  /** How many of those that passed had failed in the whole run, and passed when they were told again. */
  readonly again?: number;
  /** The day of the run, as `2026-11-25`. */
  readonly day: string;
}

/** The runs as a table in Markdown. */
export function versionsTable(runs: readonly VersionRun[]): string {
  const rows = runs.map(({ version, passed, failed, again = 0, day }) => {
    const told = again === 0 ? "" : `, ${again} of them when told again`;
    const counts =
      (failed === 0 ? `all ${passed} passed` : `${passed} passed, ${failed} failed`) + told;
    return `| ${version} | ${counts} | ${day} |`;
  });
  return ["| Keycloak | end-to-end tests | on |", "|---|---|---|", ...rows].join("\n");
}
