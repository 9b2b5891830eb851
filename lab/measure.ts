/**
 * `npm run measure`: what each admin role of a Keycloak version allows, measured on a server that is
 * started for it, and written into `src/catalog/measured/`.
 */
import { join } from "node:path";
import { ExpectedError } from "../tools/command/expected-error.ts";
import { untilInterrupted } from "../tools/command/interruption.ts";
import { runTool } from "../tools/command/run-tool.ts";
import { declareTool, keycloakVersion } from "../tools/command/tool.ts";
import { obtainKeycloak } from "../tools/keycloak/obtain-keycloak.ts";
import { root } from "../tools/test/root.ts";
import { administratorOf } from "./measure/calls/administrator-of.ts";
import { masterRoles } from "./measure/calls/master-roles.ts";
import { listEndpoints } from "./measure/endpoints/list-endpoints.ts";
import { measureServer } from "./measure/measure-server.ts";
import { assertAsBefore } from "./measure/result/compare-measurements.ts";
import { openJournal } from "./measure/result/journal.ts";
import {
  entryScriptOf,
  loadMeasurement,
  saveMeasurement,
} from "./measure/result/measurement-files.ts";
import { mergeMeasurements } from "./measure/result/merge-measurements.ts";
import { withFreshKeycloak } from "./server/with-fresh-keycloak.ts";

const catalog = join(root, "src", "catalog");
const report = (line: string) => console.log(line);

const command = declareTool(
  "npm run measure",
  "Starts a Keycloak, calls every Admin API call of it with each admin role, and writes what came of it into src/catalog/measured/. Takes about four minutes.",
)
  .requiredOption("--keycloak <version>", "the Keycloak version, such as 26.7.3", keycloakVersion)
  .option("--compare", "write nothing: compare with what was measured before")
  .option(
    "--only-master-roles",
    "measure only realm roles of master, and add them to what was measured before",
  )
  .option(
    "--only <pattern>",
    "measure only the calls whose method and path match the regular expression, in place of what was measured before",
  )
  .option("--fresh", "start over instead of continuing an interrupted measurement");

await runTool(
  command,
  async ({
    options: { keycloak: version, compare, fresh, onlyMasterRoles = false, only },
    signal,
  }) => {
    const home = await untilInterrupted(obtainKeycloak({ version, report }), signal);
    const endpoints = await listEndpoints(home);
    const journal = await openJournal(
      join(
        root,
        ".cache",
        "measure",
        `${version}${onlyMasterRoles ? "-master" : only ? "-some" : ""}.jsonl`,
      ),
    );
    if (fresh) await journal.clear();
    if (journal.results.size > 0) report(`Continuing after ${journal.results.size} calls.`);
    report(`Starting Keycloak ${version}, which has ${endpoints.length} calls …`);
    const server = { version, folder: `measure/${version}`, report, signal };
    await withFreshKeycloak(server, async (keycloak) => {
      const { baseUrl } = keycloak;
      const newAdminToken = await administratorOf(keycloak);
      const file = await measureServer({
        ...{ baseUrl, newAdminToken, version, endpoints, journal, report, signal },
        ...{ masterRoles, onlyMasterRoles, only: new RegExp(only ?? "") },
      });
      const entryScript = await entryScriptOf(baseUrl);
      if (compare || onlyMasterRoles || only) {
        const before = await loadMeasurement(catalog, version);
        if (before?.version !== version) {
          throw new ExpectedError(
            `There is no measurement of Keycloak ${version} to compare with.`,
          );
        }
        const { masterRoles: added = {} } = file;
        if (only) await saveMeasurement(catalog, mergeMeasurements(before, file), entryScript);
        else if (!onlyMasterRoles) report(assertAsBefore(before, file));
        else await saveMeasurement(catalog, { ...before, masterRoles: added }, entryScript);
      } else {
        await saveMeasurement(catalog, file, entryScript);
      }
      await journal.clear();
    });
  },
  { whenStopped: "Stopped; the same command continues where it was." },
);
