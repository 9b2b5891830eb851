/**
 * `npm run test:deployments`: stories on ways of running Keycloak that take servers of their own, such as
 * PostgreSQL and a reverse proxy. Writes what came of it as `docs/deployments.md`.
 */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { runTool } from "../tools/command/run-tool.ts";
import { declareTool } from "../tools/command/tool.ts";
import { newestVersion } from "../tools/keycloak/supported-versions.ts";
import { countsLine } from "../tools/test/outcome.ts";
import { root } from "../tools/test/root.ts";
import { runPlaywright } from "../tools/test/run-tests.ts";
import { deploymentsMarkdown } from "./deployments/deployments-markdown.ts";

const command = declareTool(
  "npm run test:deployments",
  "Runs stories on deployments with servers of their own, and writes docs/deployments.md.",
).argument("[parts...]", "run only the files with this in their names, and write nothing");

await runTool(command, async ({ args: [parts], signal }) => {
  const outcome = await runPlaywright({
    log: "deployments",
    arguments: ["--config", "test/deployments/playwright.config.ts", ...parts],
    limitInMinutes: 60,
    signal,
  });
  signal.throwIfAborted();
  if (parts.length === 0) {
    const day = new Date().toISOString().slice(0, 10);
    const page = deploymentsMarkdown(outcome.tests, { version: newestVersion, day });
    await writeFile(join(root, "docs", "deployments.md"), page);
  }
  console.log(countsLine(outcome));
  return outcome.failed === 0;
});
