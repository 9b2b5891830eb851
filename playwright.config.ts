import { defineConfig } from "@playwright/test";
import { browserVariable } from "./test/e2e/run/browser-variable.ts";
import { isWholeRun } from "./test/e2e/run/whole-run.ts";
import { splitHostsArgument } from "./test/e2e/servers/split-hosts.ts";
import { browserArguments } from "./tools/browser/launch-browser.ts";

// The global setup finds the browser and tells it the workers, which read this file again.
// Stories share the browser's cache: without it, parsing the console's scripts takes more than a third of a story's CPU time.
// Cookies, storage and pages are cleared between them all the same.
process.env["PW_TEST_REUSE_CONTEXT"] = "1";

const executablePath = process.env[browserVariable] ?? "";

export default defineConfig({
  testDir: "test/e2e",
  // What the product is for comes first: where that fails, nothing else matters.
  projects: [
    { name: "mission", testMatch: "mission.spec.ts" },
    { name: "stories", testMatch: "**/*.spec.ts", testIgnore: "mission.spec.ts" },
  ],
  outputDir: "test-results",
  ...(isWholeRun ? {} : { grepInvert: /@long/ }),
  globalSetup: "./test/e2e/run/global-setup.ts",
  fullyParallel: true,
  workers: 2,
  retries: 0,
  // A story that passes only the second time has failed, also where retries are asked for.
  failOnFlakyTests: true,
  timeout: 180_000,
  globalTimeout: 45 * 60_000,
  // A server that has just started takes its time for the first pages, on a busy machine above all.
  expect: { timeout: 40_000 },
  use: {
    browserName: "chromium",
    launchOptions: { executablePath, args: [...browserArguments(), splitHostsArgument] },
    // The split deployment has a certificate of its own making.
    ignoreHTTPSErrors: true,
    viewport: { width: 1280, height: 900 },
    locale: "en-US",
    actionTimeout: 40_000,
    screenshot: "only-on-failure",
  },
});
