/**
 * `npm run measure`: what each admin role of a Keycloak version allows, measured on a server that is
 * started for it, and written into `src/catalog/measured/`.
 */
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { untilInterrupted } from "../tools/demo/until-interrupted.ts";
import { ExpectedError } from "../tools/keycloak/expected-error.ts";
import { obtainKeycloak } from "../tools/keycloak/obtain-keycloak.ts";
import { startKeycloak } from "../tools/keycloak/start-keycloak.ts";
import { administratorOf } from "./measure/calls/administrator-of.ts";
import { javaProgram } from "./measure/endpoints/java-program.ts";
import { listEndpoints } from "./measure/endpoints/list-endpoints.ts";
import { type MeasureOptions, parseMeasureOptions, usage } from "./measure/measure-options.ts";
import { measureServer } from "./measure/measure-server.ts";
import { compareMeasurements } from "./measure/result/compare-measurements.ts";
import { entryScriptOf } from "./measure/result/entry-script-of.ts";
import { openJournal } from "./measure/result/journal.ts";
import { loadMeasurement, saveMeasurement } from "./measure/result/measurement-files.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const catalog = join(root, "src", "catalog");
const report = (line: string) => console.log(line);

async function measure(options: MeasureOptions, signal: AbortSignal): Promise<void> {
  const { version, fresh, compare } = options;
  const home = await untilInterrupted(obtainKeycloak({ version, report }), signal);
  const endpoints = await listEndpoints(home, await javaProgram("java"));
  const directory = join(root, ".cache", "measure", version);
  const journal = await openJournal(`${directory}.jsonl`);
  if (fresh) await journal.clear();
  if (journal.results.size > 0) report(`Going on after ${journal.results.size} calls.`);
  // Each measurement makes its realm anew.
  await rm(join(directory, "data"), { recursive: true, force: true });
  report(`Starting Keycloak ${version}, which has ${endpoints.length} calls …`);
  const keycloak = await startKeycloak({ home, directory, report, signal });
  try {
    const { baseUrl } = keycloak;
    const newAdminToken = await administratorOf(keycloak);
    const work = measureServer({
      ...{ baseUrl, newAdminToken, version, endpoints, journal, report, signal },
    });
    const file = await untilInterrupted(work, signal);
    report(`${file.calls.length} calls measured, ${file.notCalled.length} not called.`);
    if (compare) await compareWithStored(file);
    else await saveMeasurement(catalog, file, await entryScriptOf(baseUrl));
    await journal.clear();
  } finally {
    await keycloak.stop();
  }
}

async function compareWithStored(file: Parameters<typeof compareMeasurements>[1]): Promise<void> {
  const before = await loadMeasurement(catalog, file.version);
  if (before?.version !== file.version) {
    throw new ExpectedError(`No measurement of Keycloak ${file.version} is there to compare with.`);
  }
  const differences = compareMeasurements(before, file);
  if (differences.length > 0) {
    throw new ExpectedError(
      `${differences.length} calls differ from the measurement of ${before.measuredOn}:\n${differences.join("\n")}`,
    );
  }
  report(`All of it is as measured on ${before.measuredOn}.`);
}

/** Returns the exit code. */
async function main(args: readonly string[]): Promise<number> {
  const interruption = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(signal, () => interruption.abort());
  }
  try {
    const options = parseMeasureOptions(args);
    if (options.help) report(usage);
    else await measure(options, interruption.signal);
    return 0;
  } catch (error) {
    if (interruption.signal.aborted) {
      report("Stopped; the same command goes on where it was.");
      return 1;
    }
    if (error instanceof ExpectedError) {
      console.error(error.message);
      return 1;
    }
    throw error;
  }
}

// Not only an exit code: an interrupted call would go on.
process.exit(await main(process.argv.slice(2)));
