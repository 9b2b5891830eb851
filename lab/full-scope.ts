/**
 * `npm run test:full-scope`: turns *Full scope allowed* off for 200 clients on a Keycloak that is started for it, with
 * the code of the console, and compares the tokens of their service accounts and five calls of each before and after.
 * A complete run on the newest version is written into `docs/readiness.md`.
 */
import { join } from "node:path";
import { runTool } from "../tools/command/run-tool.ts";
import { declareTool, keycloakVersion, wholeNumber } from "../tools/command/tool.ts";
import { newestVersion } from "../tools/keycloak/supported-versions.ts";
import { countsLine } from "../tools/test/outcome.ts";
import { root } from "../tools/test/root.ts";
import { fullScopeMarkdown } from "./full-scope/full-scope-markdown.ts";
import { type ClientResult, runFullScope } from "./full-scope/run-full-scope.ts";
import { writeBetween } from "./markdown/write-between.ts";
import { onServer } from "./server/on-server.ts";

const report = (line: string) => console.log(line);

const allClients = 200;

const command = declareTool(
  "npm run test:full-scope",
  "Turns full scope off for many clients, and compares their tokens before and after.",
)
  .option("--seed <number>", "what chance starts from", wholeNumber(0, 2 ** 31 - 1), 1)
  .option("--count <number>", "how many clients are made", wholeNumber(1, 2_000), allClients)
  .option("--keycloak <version>", "the Keycloak version", keycloakVersion, newestVersion)
  .option("--url <address>", "a Keycloak of that version that runs already, in place of a new one");

await runTool(command, async ({ options, signal }) => {
  const { keycloak: version, seed, count, url } = options;
  let results: readonly ClientResult[] = [];
  const begin = performance.now();
  await onServer(
    { version, url, folder: `full-scope/${version}`, report, signal },
    async (server) => {
      results = await runFullScope({ server, seed, count, report, signal });
    },
  );
  const seconds = Math.round((performance.now() - begin) / 1000);
  for (const { client, wrong } of results) {
    for (const sentence of wrong) report(`✗ ${client.clientId}: ${sentence}`);
  }
  const failed = results.filter(({ wrong }) => wrong.length > 0).length;
  const day = new Date().toISOString().slice(0, 10);
  const text = fullScopeMarkdown({ version, day, seed, seconds }, results);
  report(text);
  if (failed === 0 && count >= allClients && version === newestVersion) {
    await writeBetween(join(root, "docs", "readiness.md"), "npm run test:full-scope", text);
    report("Wrote docs/readiness.md");
  }
  report(countsLine({ passed: results.length - failed, failed }));
  return failed === 0;
});
