/**
 * `npm run record-console`: records what `src/console/` relies on of the console of each supported minor, or of
 * the versions named behind `--`, to `test/unit/console/fixtures/{minor}/`. `-- --compare <address>` records a
 * server that runs already and prints how its console differs from the newest minor's: the exit code is 1 where
 * it does. Its administrator is named by `KC_BOOTSTRAP_ADMIN_USERNAME` and `KC_BOOTSTRAP_ADMIN_PASSWORD`.
 */
import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Browser } from "@playwright/test";
import { minorOf } from "../src/catalog/server/minor-of.ts";
import { toDeployment } from "../test/e2e/servers/to-deployment.ts";
import { findBrowser } from "../tools/browser/find-browser.ts";
import { launchBrowser } from "../tools/browser/launch-browser.ts";
import { runTool } from "../tools/command/run-tool.ts";
import { declareTool } from "../tools/command/tool.ts";
import { obtainKeycloak } from "../tools/keycloak/obtain-keycloak.ts";
import { startKeycloak } from "../tools/keycloak/start-keycloak.ts";
import { newestVersion, supportedVersions } from "../tools/keycloak/supported-versions.ts";
import { root } from "../tools/test/root.ts";
import { diffFixtures } from "./console-fixtures/diff-fixtures.ts";
import { fixturesFolder, writeFixtures } from "./console-fixtures/fixture-files.ts";
import { recordConsole } from "./console-fixtures/record-console.ts";

const report = (line: string) => console.log(line);

async function recordVersion(browser: Browser, version: string): Promise<void> {
  const home = await obtainKeycloak({ version, report });
  const directory = join(root, ".cache", "console-fixtures", version);
  await rm(directory, { recursive: true, force: true });
  report(`Recording the console of Keycloak ${version} …`);
  const keycloak = await startKeycloak({ home, directory, report });
  try {
    const { baseUrl } = keycloak;
    const server = toDeployment("other", keycloak, baseUrl, baseUrl, baseUrl);
    const pages = await recordConsole(browser, server, report);
    await writeFixtures(join(root, fixturesFolder(minorOf(version))), pages);
  } finally {
    await keycloak.stop();
    await rm(directory, { recursive: true, force: true });
  }
}

/** @returns whether the console of the server is the newest minor's */
async function compareWith(browser: Browser, address: string): Promise<boolean> {
  const baseUrl = address.replace(/\/+$/, "");
  const {
    KC_BOOTSTRAP_ADMIN_USERNAME: adminUsername = "admin",
    KC_BOOTSTRAP_ADMIN_PASSWORD: adminPassword = "admin",
  } = process.env;
  const administrator = { adminUsername, adminPassword };
  const server = toDeployment("other", administrator, baseUrl, baseUrl, baseUrl);
  const recorded = join(root, ".cache", "console-fixtures", "compared");
  await rm(recorded, { recursive: true, force: true });
  await mkdir(recorded, { recursive: true });
  await writeFixtures(recorded, await recordConsole(browser, server, report));
  const minor = minorOf(newestVersion);
  const differences = await diffFixtures(join(root, fixturesFolder(minor)), recorded);
  const isSame = differences === "";
  report(`${differences}The console ${isSame ? "is" : "differs from"} that of ${minor}.`);
  return isSame;
}

const command = declareTool(
  "npm run record-console",
  "Records what the extension relies on of each supported minor's console, or compares a running server's console with the newest record.",
)
  .argument(
    "[versions...]",
    "the Keycloak versions to record; all supported ones where none is named",
  )
  .option("--compare <address>", "record nothing: print how the console of this server differs");

await runTool(command, async ({ args: [versions], options: { compare } }) => {
  const browser = await launchBrowser(await findBrowser(report));
  try {
    if (compare !== undefined) return await compareWith(browser, compare);
    for (const version of versions.length === 0 ? supportedVersions : versions) {
      await recordVersion(browser, version);
    }
    return true;
  } finally {
    await browser.close();
  }
});
