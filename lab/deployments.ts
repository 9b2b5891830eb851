/**
 * `npm run test:deployments`: stories on ways of running Keycloak that take servers of their own, such as
 * PostgreSQL and a reverse proxy. Writes what came of it as `docs/deployments.md`; `-- <part of a file's
 * name>` runs a part and writes nothing.
 */
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { newestVersion } from "../tools/keycloak/supported-versions.ts";
import { countsLine } from "../tools/test/outcome.ts";
import { root } from "../tools/test/root.ts";
import { reportPath, runStories } from "../tools/test/run-stories.ts";
import { deploymentsMarkdown } from "./deployments/deployments-markdown.ts";

const parts = process.argv.slice(2);
const reportFile = reportPath("deployments");
const outcome = await runStories({
  reportFile,
  arguments: ["--config", "test/deployments/playwright.config.ts", ...parts],
  limitInMinutes: 60,
});
if (parts.length === 0) {
  const report: unknown = JSON.parse(await readFile(reportFile, "utf8"));
  const page = deploymentsMarkdown(report, {
    version: newestVersion,
    day: new Date().toISOString().slice(0, 10),
  });
  await writeFile(join(root, "docs", "deployments.md"), page);
}
console.log(countsLine(outcome));
process.exitCode = outcome.failed === 0 ? 0 : 1;
