/**
 * `npm run escalations`: tries on a server that is started for it how far each admin role of a realm
 * can be stretched, and writes what came of it into `src/catalog/measured/escalations.json`.
 */
import { join } from "node:path";
import { ExpectedError } from "../tools/command/expected-error.ts";
import { runTool } from "../tools/command/run-tool.ts";
import { declareTool, keycloakVersion } from "../tools/command/tool.ts";
import type { RunningKeycloak } from "../tools/keycloak/start-keycloak.ts";
import { root } from "../tools/test/root.ts";
import { allAttempts } from "./escalations/all-attempts.ts";
import type { Attempt } from "./escalations/attempt.ts";
import {
  compareOutcomes,
  loadEscalations,
  mergeOutcomes,
  type Outcome,
  saveEscalations,
} from "./escalations/escalations-file.ts";
import { runAttempt } from "./escalations/run-attempt.ts";
import { administratorOf } from "./measure/calls/administrator-of.ts";
import { withFreshKeycloak } from "./server/with-fresh-keycloak.ts";

const file = join(root, "src", "catalog", "measured", "escalations.json");
const report = (line: string) => console.log(line);

const command = declareTool(
  "npm run escalations",
  "Starts a Keycloak, tries to the end each way in which an admin role could be stretched, and writes what came of it into src/catalog/measured/escalations.json. Takes about two minutes.",
)
  .requiredOption("--keycloak <version>", "the Keycloak version, such as 26.7.3", keycloakVersion)
  .option("--compare", "write nothing: fail where an outcome differs from the stored one")
  .option("--only <text>", "write nothing: try only the attempts whose id contains the text");

async function runAttempts(
  keycloak: RunningKeycloak,
  attempts: readonly Attempt[],
): Promise<ReadonlyMap<string, Outcome>> {
  const newAdminToken = await administratorOf(keycloak);
  const outcomes = new Map<string, Outcome>();
  for (const attempt of attempts) {
    const { outcome, reason } = await runAttempt(keycloak.baseUrl, newAdminToken, attempt);
    if (outcome !== undefined) outcomes.set(attempt.id, outcome);
    const because = reason === "" ? "" : ` (${reason})`;
    report(`  ${(outcome ?? "not there").padEnd(9)} ${attempt.id}${because}`);
  }
  return outcomes;
}

await runTool(command, async ({ options: { keycloak: version, compare, only = "" }, signal }) => {
  const attempts = allAttempts.filter(({ id }) => id.includes(only));
  report(`Starting Keycloak ${version} for ${attempts.length} attempts …`);
  // The names of the realms are the same each time.
  const server = { version, folder: `escalations/${version}`, report, signal };
  const outcomes = await withFreshKeycloak(server, (keycloak) => runAttempts(keycloak, attempts));
  const stored = await loadEscalations(file);
  if (compare) {
    const tried = stored.filter(({ id }) => id.includes(only));
    const differences = compareOutcomes(tried, version, outcomes);
    if (differences.length > 0) {
      throw new ExpectedError(
        `${differences.length} outcomes differ on ${version}:\n${differences.join("\n")}`,
      );
    }
    report(`All of it is as stored for ${version}.`);
  } else if (only === "") {
    await saveEscalations(file, mergeOutcomes(stored, allAttempts, version, outcomes));
  }
});
