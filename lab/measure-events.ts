/**
 * `npm run measure:events`: which admin events each writing call of a Keycloak version leaves, read from a server that
 * is started for it, and added to `src/catalog/calls/events-of-calls.json`.
 */
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { callKey, wholePath } from "../src/catalog/calls/call-template.ts";
import { untilInterrupted } from "../tools/command/interruption.ts";
import { runTool } from "../tools/command/run-tool.ts";
import { declareTool, keycloakVersion } from "../tools/command/tool.ts";
import { obtainKeycloak } from "../tools/keycloak/obtain-keycloak.ts";
import { root } from "../tools/test/root.ts";
import { createCallers } from "./measure/calls/callers.ts";
import { listEndpoints } from "./measure/endpoints/list-endpoints.ts";
import { inMeasuringOrder, isReading } from "./measure/endpoints/order-of-calls.ts";
import { mergeEvents, writeEvents } from "./measure/events/merge-events.ts";
import { otherWays } from "./measure/events/other-ways.ts";
import { type RecordedCall, recordEvents } from "./measure/events/record-events.ts";
import { allFixtures } from "./measure/fixtures/all-fixtures.ts";
import type { Fixture } from "./measure/fixtures/fixture.ts";
import { withLab } from "./measure/world/with-lab.ts";
import { withFreshKeycloak } from "./server/with-fresh-keycloak.ts";

const stored = join(root, "src", "catalog", "calls", "events-of-calls.json");
const report = (line: string) => console.log(line);

const command = declareTool(
  "npm run measure:events",
  "Starts a Keycloak, makes every writing call of its Admin API, and adds the admin events that each leaves to src/catalog/calls/events-of-calls.json. Takes about three minutes.",
)
  .requiredOption("--keycloak <version>", "the Keycloak version, such as 26.7.3", keycloakVersion)
  .option("--only <pattern>", "only the calls whose method and path match the regular expression");

/** Each call's ways of being made, by its key. */
function waysByKey(): ReadonlyMap<string, readonly Fixture[]> {
  const ways = new Map<string, Fixture[]>();
  for (const [key, fixture] of [...allFixtures, ...otherWays]) {
    ways.set(key, [...(ways.get(key) ?? []), fixture]);
  }
  return ways;
}

/** What the events of a partial import have in their paths, and no call does. */
const wordsOfImport = ["identity-provider-settings", "mappers"];

await runTool(command, async ({ options: { keycloak: version, only = "" }, signal }) => {
  const home = await untilInterrupted(obtainKeycloak({ version, report }), signal);
  const endpoints = await listEndpoints(home);
  const pattern = new RegExp(only);
  const writes = endpoints.filter((call) => !isReading(call) && pattern.test(callKey(call)));
  report(`Starting Keycloak ${version} for ${writes.length} writing calls …`);
  const server = { version, folder: `measure-events/${version}`, report, signal };
  await withFreshKeycloak(server, async (keycloak) => {
    await withLab(keycloak, endpoints, async (lab) => {
      const tokenOf = await createCallers(lab);
      const inPaths = endpoints.flatMap(({ path }) => wholePath(path).split("/"));
      const words = new Set([...inPaths, ...wordsOfImport]);
      const source = { lab, tokenOf, fixtures: waysByKey(), words };
      const recorded = new Map<string, RecordedCall>();
      for (const call of inMeasuringOrder(writes)) {
        signal.throwIfAborted();
        recorded.set(callKey(call), await recordEvents(call, source));
      }
      const merged = mergeEvents(JSON.parse(await readFile(stored, "utf8")), recorded);
      await writeFile(stored, writeEvents(merged));
      for (const [key, { notMade }] of recorded) {
        for (const reason of notMade) report(`  ${key}: ${reason}`);
      }
      report(`${recorded.size} calls recorded.`);
    });
  });
});
