/**
 * `npm run test:versions`: the end-to-end tests on each supported minor, or on the versions that are
 * named behind `--`. Writes what came of it into `docs/versions.json` and the README's table.
 */
import { join } from "node:path";
import { versionVariable } from "../test/e2e/servers/tested-version.ts";
import { supportedVersions } from "./keycloak/supported-versions.ts";
import { countsLine, sumOutcomes } from "./test/outcome.ts";
import { root } from "./test/root.ts";
import { runStories } from "./test/run-stories.ts";
import { recordVersion } from "./versions/record-version.ts";

const named = process.argv.slice(2);
const versions = named.length === 0 ? supportedVersions : named;
const outcomes = [];
for (const version of versions) {
  console.log(`\n── Keycloak ${version}`);
  const outcome = await runStories({
    // Stories of the oldest Keycloak are told in its own run.
    arguments: ["--grep-invert=@oldest"],
    env: { [versionVariable]: version },
  });
  console.log(`Keycloak ${version}: ${countsLine(outcome)}`);
  await recordVersion(join(root, "docs", "versions.json"), join(root, "README.md"), {
    version,
    ...outcome,
    day: new Date().toISOString().slice(0, 10),
  });
  outcomes.push(outcome);
}
const sum = sumOutcomes(outcomes);
console.log(countsLine(sum));
process.exitCode = sum.failed === 0 ? 0 : 1;
