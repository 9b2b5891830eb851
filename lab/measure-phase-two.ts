/**
 * `npm run measure:phase-two`: what each admin role allows of the API of Phase Two's organizations
 * extension, measured on a server that is started with it, and written into
 * `src/catalog/measured/phase-two.json`.
 */
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { untilInterrupted } from "../tools/command/interruption.ts";
import { runTool } from "../tools/command/run-tool.ts";
import { declareTool } from "../tools/command/tool.ts";
import { obtainKeycloak } from "../tools/keycloak/obtain-keycloak.ts";
import { root } from "../tools/test/root.ts";
import { administratorOf } from "./measure/calls/administrator-of.ts";
import { listEndpoints } from "./measure/endpoints/list-endpoints.ts";
import { measureServer } from "./measure/measure-server.ts";
import { makePhaseTwoRealm } from "./measure/phase-two/make-phase-two-realm.ts";
import {
  obtainExtension,
  phaseTwoApi,
  phaseTwoExtension,
} from "./measure/phase-two/phase-two-extension.ts";
import { phaseTwoFixtures } from "./measure/phase-two/phase-two-fixtures.ts";
import { assertAsBefore } from "./measure/result/compare-measurements.ts";
import { openJournal } from "./measure/result/journal.ts";
import { writeMeasurement } from "./measure/result/measurement-files.ts";
import { withFreshKeycloak } from "./server/with-fresh-keycloak.ts";

const stored = join(root, "src", "catalog", "measured", "phase-two.json");
const report = (line: string) => console.log(line);
const { name: extension, keycloakVersion: version } = phaseTwoExtension;

const command = declareTool(
  "npm run measure:phase-two",
  `Starts Keycloak ${version} with ${extension}, calls every call of the extension with each admin role, and writes what came of it into src/catalog/measured/phase-two.json. Takes one or two minutes and needs Java ${phaseTwoExtension.oldestJava} or newer, in JAVA_HOME or PATH.`,
).option("--compare", "write nothing: compare with what was measured before");

await runTool(command, async ({ options: { compare }, signal }) => {
  const jars = await untilInterrupted(obtainExtension(), signal);
  const home = await untilInterrupted(obtainKeycloak({ version, report }), signal);
  const endpoints = await listEndpoints(home, { jars, ...phaseTwoApi });
  const journal = await openJournal(join(root, ".cache", "measure", "phase-two.jsonl"));
  await journal.clear();
  report(`Starting Keycloak ${version} with ${extension}, which has ${endpoints.length} calls …`);
  const server = { version, folder: "measure/phase-two", providers: jars, report, signal };
  await withFreshKeycloak(server, async (keycloak) => {
    const newAdminToken = await administratorOf(keycloak);
    const measured = await measureServer({
      ...{ baseUrl: keycloak.baseUrl, newAdminToken, version, endpoints, journal, report, signal },
      ...{ fixtures: phaseTwoFixtures, prepareRealm: makePhaseTwoRealm, besideSingleRoles: true },
    });
    await journal.clear();
    const file = { extension, ...measured };
    if (compare) report(assertAsBefore(JSON.parse(await readFile(stored, "utf8")), file));
    else await writeFile(stored, writeMeasurement(file));
  });
});
