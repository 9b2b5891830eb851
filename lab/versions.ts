/**
 * `npm run test:versions`: the end-to-end tests on each supported minor, or on the versions that are
 * named behind `--`. Writes what came of it into `docs/versions.json` and the README's table. With
 * `--again <pattern>` the tests that failed in the whole run on one version are told again, alone.
 */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { versionVariable } from "../test/e2e/servers/tested-version.ts";
import { supportedVersions } from "../tools/keycloak/supported-versions.ts";
import { countsLine, type Outcome, sumOutcomes } from "../tools/test/outcome.ts";
import { root } from "../tools/test/root.ts";
import { runStories } from "../tools/test/run-stories.ts";
import { recordVersion } from "./versions/record-version.ts";
import { toldAgain } from "./versions/retried.ts";
import type { VersionRun } from "./versions/versions-table.ts";

const dataFile = join(root, "docs", "versions.json");

async function runOn(version: string, pattern: string | undefined): Promise<Outcome> {
  console.log(`\n── Keycloak ${version}`);
  const outcome = await runStories({
    // Stories of the oldest Keycloak are told in its own run.
    arguments: ["--grep-invert=@oldest", ...(pattern === undefined ? [] : [`--grep=${pattern}`])],
    env: { [versionVariable]: version },
  });
  console.log(`Keycloak ${version}: ${countsLine(outcome)}`);
  const run =
    pattern === undefined
      ? { version, ...outcome, day: new Date().toISOString().slice(0, 10) }
      : toldAgain(await wholeRunOn(version), outcome);
  await recordVersion(dataFile, join(root, "README.md"), run);
  return outcome;
}

async function wholeRunOn(version: string): Promise<VersionRun> {
  const runs: readonly VersionRun[] = JSON.parse(await readFile(dataFile, "utf8"));
  const run = runs.find((it) => it.version === version);
  if (run === undefined) throw new Error(`${dataFile} has no whole run on ${version} yet.`);
  return run;
}

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { again: { type: "string" } },
});
const outcomes: Outcome[] = [];
for (const version of positionals.length === 0 ? supportedVersions : positionals) {
  outcomes.push(await runOn(version, values.again));
}
const sum = sumOutcomes(outcomes);
console.log(countsLine(sum));
process.exitCode = sum.failed === 0 ? 0 : 1;
