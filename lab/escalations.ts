/**
 * `npm run escalations`: tries on a server that is started for it how far each admin role of a realm
 * can be stretched, and writes what came of it into `src/catalog/measured/escalations.json`.
 */
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { untilInterrupted } from "../tools/demo/until-interrupted.ts";
import { ExpectedError } from "../tools/keycloak/expected-error.ts";
import { obtainKeycloak } from "../tools/keycloak/obtain-keycloak.ts";
import { type RunningKeycloak, startKeycloak } from "../tools/keycloak/start-keycloak.ts";
import { allAttempts } from "./escalations/all-attempts.ts";
import type { Attempt } from "./escalations/attempt.ts";
import {
  type EscalationOptions,
  parseEscalationOptions,
  usage,
} from "./escalations/escalation-options.ts";
import {
  compareOutcomes,
  loadEscalations,
  mergeOutcomes,
  type Outcome,
  saveEscalations,
} from "./escalations/escalations-file.ts";
import { runAttempt } from "./escalations/run-attempt.ts";
import { administratorOf } from "./measure/calls/administrator-of.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const file = join(root, "src", "catalog", "measured", "escalations.json");
const report = (line: string) => console.log(line);

async function tryEscalations(options: EscalationOptions, signal: AbortSignal): Promise<void> {
  const { version, only, compare } = options;
  const attempts = allAttempts.filter(({ id }) => id.includes(only));
  const home = await untilInterrupted(obtainKeycloak({ version, report }), signal);
  const directory = join(root, ".cache", "escalations", version);
  // The names of the realms are the same each time.
  await rm(join(directory, "data"), { recursive: true, force: true });
  report(`Starting Keycloak ${version} for ${attempts.length} attempts …`);
  const keycloak = await startKeycloak({ home, directory, report, signal });
  let outcomes: ReadonlyMap<string, Outcome>;
  try {
    outcomes = await untilInterrupted(runAttempts(keycloak, attempts, signal), signal);
  } finally {
    await keycloak.stop();
  }
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
}

async function runAttempts(
  keycloak: RunningKeycloak,
  attempts: readonly Attempt[],
  signal: AbortSignal,
): Promise<ReadonlyMap<string, Outcome>> {
  const newAdminToken = await administratorOf(keycloak);
  const outcomes = new Map<string, Outcome>();
  for (const attempt of attempts) {
    signal.throwIfAborted();
    const { outcome, reason } = await runAttempt(keycloak.baseUrl, newAdminToken, attempt);
    if (outcome !== undefined) outcomes.set(attempt.id, outcome);
    const because = reason === "" ? "" : ` (${reason})`;
    report(`  ${(outcome ?? "not there").padEnd(9)} ${attempt.id}${because}`);
  }
  return outcomes;
}

/** Returns the exit code. */
async function main(args: readonly string[]): Promise<number> {
  const interruption = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(signal, () => interruption.abort());
  }
  try {
    const options = parseEscalationOptions(args);
    if (options.help) report(usage);
    else await tryEscalations(options, interruption.signal);
    return 0;
  } catch (error) {
    if (interruption.signal.aborted) {
      report("Stopped; nothing was written.");
      return 1;
    }
    if (error instanceof ExpectedError) {
      console.error(error.message);
      return 1;
    }
    throw error;
  }
}

// Not only an exit code: an interrupted attempt would go on.
process.exit(await main(process.argv.slice(2)));
