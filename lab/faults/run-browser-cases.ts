import { mkdir, readFile, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Outcome } from "../../tools/test/outcome.ts";
import { parsePlaywrightReport } from "../../tools/test/parse-playwright-report.ts";
import { root } from "../../tools/test/root.ts";
import { runProgram } from "../../tools/test/run-program.ts";

const report = join(root, ".cache", "test-reports", "browser-faults.json");

/** Runs every case of the fault matrix that takes place in a browser, on a Keycloak of its own. */
export async function runBrowserCases(): Promise<Outcome> {
  await mkdir(dirname(report), { recursive: true });
  // The report of an earlier run must not speak for one that crashed.
  await rm(report, { force: true });
  await runProgram({
    packageName: "@playwright/test",
    binName: "playwright",
    arguments: ["test", "browser-faults", "--reporter=list,json", "--global-timeout=3600000"],
    env: { PLAYWRIGHT_JSON_OUTPUT_FILE: report, FAULTS: "all" },
    limitInMinutes: 61,
  });
  return parsePlaywrightReport(JSON.parse(await readFile(report, "utf8")));
}
