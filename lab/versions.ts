/**
 * `npm run test:versions`: the end-to-end tests on each supported minor, or on the versions that are
 * named behind `--`. Writes what came of it into `docs/versions.json` and the README's table.
 */
import { join } from "node:path";
import { storiesVariable } from "../test/e2e/run/whole-run.ts";
import { versionVariable } from "../test/e2e/servers/tested-version.ts";
import { ExpectedError } from "../tools/command/expected-error.ts";
import { runTool } from "../tools/command/run-tool.ts";
import { declareTool, keycloakVersion } from "../tools/command/tool.ts";
import { supportedVersions } from "../tools/keycloak/supported-versions.ts";
import { countsLine, type Outcome, sumOutcomes } from "../tools/test/outcome.ts";
import { root } from "../tools/test/root.ts";
import { runPlaywright } from "../tools/test/run-tests.ts";
import { loadRuns, recordVersion, type VersionRun, withRetried } from "./versions/version-runs.ts";

const dataFile = join(root, "docs", "versions.json");

const command = declareTool(
  "npm run test:versions",
  "Runs the end-to-end tests on each supported minor of Keycloak, and writes the README's table.",
)
  .argument(
    "[versions...]",
    `the versions to run them on (default: ${supportedVersions.join(", ")})`,
    (text: string, before: readonly string[] = []) => [...before, keycloakVersion(text)],
  )
  .option("--again <pattern>", "run only these tests, which failed in the whole run before");

async function runOn(
  version: string,
  pattern: string | undefined,
  signal: AbortSignal,
): Promise<Outcome> {
  console.log(`\n── Keycloak ${version}`);
  const outcome = await runPlaywright({
    log: `e2e-${version}`,
    // Stories of the oldest Keycloak belong to its own run.
    arguments: ["--grep-invert=@oldest", ...(pattern === undefined ? [] : [`--grep=${pattern}`])],
    env: { [versionVariable]: version, [storiesVariable]: "all" },
    signal,
  });
  const { passed, failed } = outcome;
  console.log(`Keycloak ${version}: ${countsLine(outcome)}`);
  signal.throwIfAborted();
  const run =
    pattern === undefined
      ? { version, passed, failed, day: new Date().toISOString().slice(0, 10) }
      : withRetried(await wholeRunOn(version), outcome);
  await recordVersion(dataFile, join(root, "README.md"), run);
  return outcome;
}

async function wholeRunOn(version: string): Promise<VersionRun> {
  const run = (await loadRuns(dataFile)).find((it) => it.version === version);
  if (run === undefined) throw new ExpectedError(`${dataFile} has no whole run on ${version} yet.`);
  return run;
}

await runTool(
  command,
  async ({ args: [versions = supportedVersions], options: { again }, signal }) => {
    const outcomes: Outcome[] = [];
    for (const version of versions) outcomes.push(await runOn(version, again, signal));
    const sum = sumOutcomes(outcomes);
    console.log(countsLine(sum));
    return sum.failed === 0;
  },
  { whenStopped: "Stopped; only the runs that came to their end were written down." },
);
