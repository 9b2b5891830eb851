/**
 * `npm run measure:phase-two`: what each admin role allows of the API of Phase Two's organizations
 * extension, measured on a server that is started with it, and written into
 * `src/catalog/measured/phase-two.json`.
 */
import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import type { MeasuredFile } from "../src/catalog/measured/measured-matrix.ts";
import { untilInterrupted } from "../tools/demo/until-interrupted.ts";
import { ExpectedError } from "../tools/keycloak/expected-error.ts";
import { obtainKeycloak } from "../tools/keycloak/obtain-keycloak.ts";
import { startKeycloak } from "../tools/keycloak/start-keycloak.ts";
import { administratorOf } from "./measure/calls/administrator-of.ts";
import { javaProgram } from "./measure/endpoints/java-program.ts";
import { listEndpoints } from "./measure/endpoints/list-endpoints.ts";
import { measureServer } from "./measure/measure-server.ts";
import { makePhaseTwoRealm } from "./measure/phase-two/make-phase-two-realm.ts";
import { obtainExtension } from "./measure/phase-two/obtain-extension.ts";
import { phaseTwoApi } from "./measure/phase-two/phase-two-api.ts";
import { phaseTwoExtension } from "./measure/phase-two/phase-two-extension.ts";
import { phaseTwoFixtures } from "./measure/phase-two/phase-two-fixtures.ts";
import { requireJava } from "./measure/phase-two/require-java.ts";
import { compareMeasurements } from "./measure/result/compare-measurements.ts";
import { openJournal } from "./measure/result/journal.ts";
import { writeMeasurement } from "./measure/result/write-measurement.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const stored = join(root, "src", "catalog", "measured", "phase-two.json");
const report = (line: string) => console.log(line);
const { name: extension, keycloakVersion, oldestJava, artifacts } = phaseTwoExtension;

const usage = `npm run measure:phase-two -- [options]

Starts Keycloak ${keycloakVersion} with ${extension}, calls every call of the extension with each admin
role, and writes what came of it into src/catalog/measured/phase-two.json. Takes one or two
minutes and needs Java ${oldestJava} or newer, in JAVA_HOME or PATH.

  --compare  write nothing: compare with what was measured before
  --help     print this`;

async function measure(signal: AbortSignal): Promise<MeasuredFile> {
  await requireJava(oldestJava);
  const version = keycloakVersion;
  const home = await untilInterrupted(obtainKeycloak({ version, report }), signal);
  const jars = await obtainExtension(artifacts);
  const endpoints = await listEndpoints(home, await javaProgram("java"), { jars, ...phaseTwoApi });
  const directory = join(root, ".cache", "measure", "phase-two");
  await rm(join(directory, "data"), { recursive: true, force: true });
  const journal = await openJournal(`${directory}.jsonl`);
  await journal.clear();
  report(`Starting Keycloak ${version} with ${extension}, which has ${endpoints.length} calls …`);
  const keycloak = await startKeycloak({ home, directory, providers: jars, report, signal });
  try {
    const newAdminToken = await administratorOf(keycloak);
    const work = measureServer({
      ...{ baseUrl: keycloak.baseUrl, newAdminToken, version, endpoints, journal, report, signal },
      ...{ fixtures: phaseTwoFixtures, prepareRealm: makePhaseTwoRealm, besideSingleRoles: true },
    });
    const file = await untilInterrupted(work, signal);
    await journal.clear();
    report(`${file.calls.length} calls measured, ${file.notCalled.length} not called.`);
    return { extension, ...file };
  } finally {
    await keycloak.stop();
  }
}

async function compareWithStored(file: MeasuredFile): Promise<void> {
  const before: MeasuredFile = JSON.parse(await readFile(stored, "utf8"));
  const differences = compareMeasurements(before, file);
  if (differences.length > 0) {
    throw new ExpectedError(
      `${differences.length} calls differ from the measurement of ${before.measuredOn}:\n${differences.join("\n")}`,
    );
  }
  report(`All of it is as measured on ${before.measuredOn}.`);
}

function parseOptions(args: readonly string[]) {
  try {
    const options = {
      compare: { type: "boolean", default: false },
      help: { type: "boolean", short: "h", default: false },
    } as const;
    return parseArgs({ args: [...args], options }).values;
  } catch (error) {
    throw new ExpectedError(`${error instanceof Error ? error.message : error}\n\n${usage}`);
  }
}

/** Returns the exit code. */
async function main(args: readonly string[]): Promise<number> {
  const interruption = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(signal, () => interruption.abort());
  }
  try {
    const { compare, help } = parseOptions(args);
    if (help) {
      report(usage);
      return 0;
    }
    const file = await measure(interruption.signal);
    if (compare) await compareWithStored(file);
    else await writeFile(stored, writeMeasurement(file));
    return 0;
  } catch (error) {
    if (interruption.signal.aborted) {
      report("Stopped; nothing is written.");
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
