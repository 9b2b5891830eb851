/**
 * `npm run test:records`: makes 100 changes by chance on a Keycloak that is started for it, with the code of the tab,
 * and compares the record of each with the server's admin events, as `presets record` does. Then each record is
 * forged, which must be noticed.
 */
import { runTool } from "../tools/command/run-tool.ts";
import { declareTool, keycloakVersion, wholeNumber } from "../tools/command/tool.ts";
import { newestVersion } from "../tools/keycloak/supported-versions.ts";
import { countsLine } from "../tools/test/outcome.ts";
import { runRecords } from "./records/run-records.ts";
import { onServer } from "./server/on-server.ts";

const report = (line: string) => console.log(line);

const command = declareTool(
  "npm run test:records",
  "Compares the records of many changes with the server's admin events.",
)
  .option("--seed <number>", "what chance starts from", wholeNumber(0, 2 ** 31 - 1), 1)
  .option("--count <number>", "how many changes are made", wholeNumber(1, 2_000), 100)
  .option("--keycloak <version>", "the Keycloak version", keycloakVersion, newestVersion)
  .option("--url <address>", "a Keycloak of that version that runs already, in place of a new one");

await runTool(command, async ({ options, signal }) => {
  const { keycloak: version, seed, count, url } = options;
  let wrong: readonly string[] = [];
  await onServer({ version, url, folder: `records/${version}`, report, signal }, async (server) => {
    wrong = await runRecords({ server, seed, count, report, signal });
  });
  for (const sentence of wrong) report(`✗ ${sentence}`);
  const failed = Math.min(wrong.length, count);
  report(countsLine({ passed: count - failed, failed }));
  return failed === 0;
});
