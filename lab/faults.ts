/**
 * `npm run test:faults`: breaks every request of what a person does with presets, on a Keycloak that is
 * started for it, then in a browser too, and writes what became of it as `docs/faults.md`.
 */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { allFaultCases } from "../test/faults/fault-cases.ts";
import { ExpectedError } from "../tools/command/expected-error.ts";
import { runTool } from "../tools/command/run-tool.ts";
import { declareTool, keycloakVersion } from "../tools/command/tool.ts";
import { newestVersion } from "../tools/keycloak/supported-versions.ts";
import { countsLine, type Outcome } from "../tools/test/outcome.ts";
import { root } from "../tools/test/root.ts";
import { runPlaywright } from "../tools/test/run-tests.ts";
import { faultsMarkdown } from "./faults/faults-markdown.ts";
import { type CaseResult, runCases } from "./faults/run-cases.ts";
import { withFreshKeycloak } from "./server/with-fresh-keycloak.ts";

const report = (line: string) => console.log(line);

const command = declareTool(
  "npm run test:faults",
  "Breaks each request of what a person does with presets, and writes docs/faults.md.",
)
  .argument("[part]", "run only the cases with this in their names, and write nothing")
  .option("--keycloak <version>", "the Keycloak version", keycloakVersion, newestVersion);

/** Cases end in another order each time, and the document is to be the same. */
function inOrder(
  results: readonly CaseResult[],
  cases: readonly CaseResult["faultCase"][],
): readonly CaseResult[] {
  const places = new Map(cases.map((faultCase, place) => [faultCase, place]));
  const placeOf = ({ faultCase }: CaseResult) => places.get(faultCase) ?? 0;
  return [...results].sort((a, b) => placeOf(a) - placeOf(b));
}

/** Every case of the fault matrix that takes place in a browser, on a Keycloak of its own. */
const runBrowserCases = (signal: AbortSignal) =>
  runPlaywright({
    log: "browser-faults",
    arguments: ["browser-faults", "--global-timeout=3600000"],
    env: { FAULTS: "all" },
    limitInMinutes: 61,
    signal,
  });

await runTool(command, async ({ args: [part], options: { keycloak: version }, signal }) => {
  const cases = allFaultCases(version).filter(({ name }) => name.includes(part ?? ""));
  if (cases.length === 0) throw new ExpectedError(`No case has "${part}" in its name.`);
  const results: CaseResult[] = [];
  const begin = performance.now();
  const seconds = () => Math.round((performance.now() - begin) / 1000);
  const note = (result: CaseResult) => {
    results.push(result);
    for (const { text } of result.problems) report(`✗ ${result.faultCase.name}: ${text}`);
    if (results.length % 200 === 0) {
      report(`${results.length} of ${cases.length} cases, ${seconds()} s`);
    }
  };
  await withFreshKeycloak(
    { version, folder: `faults/${version}`, report, signal },
    ({ baseUrl, adminUsername, adminPassword }) => {
      const urls = { consoleUrl: baseUrl, loginUrl: baseUrl, apiUrl: baseUrl };
      return runCases({ name: "usual", ...urls, adminUsername, adminPassword }, cases, note);
    },
  );
  let inBrowser: Outcome = { passed: 0, failed: 0 };
  if (part === undefined) {
    inBrowser = await runBrowserCases(signal);
    signal.throwIfAborted();
    const day = new Date().toISOString().slice(0, 10);
    const page = faultsMarkdown({ version, day, results: inOrder(results, cases), inBrowser });
    await writeFile(join(root, "docs", "faults.md"), page);
    report("Wrote docs/faults.md");
  }
  const broken = results.filter(({ problems }) => problems.length > 0).length;
  const passed = results.length - broken + inBrowser.passed;
  const failed = broken + inBrowser.failed;
  report(`${seconds()} s`);
  report(countsLine({ passed, failed }));
  return failed === 0;
});
