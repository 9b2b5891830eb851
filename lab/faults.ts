/**
 * `npm run test:faults`: breaks every request of what a person does with presets, on a Keycloak that is
 * started for it, then in a browser too, and writes what became of it as `docs/faults.md`. `-- <part of a name>` runs the cases
 * with such a name and writes nothing.
 */
import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { allFaultCases } from "../test/faults/fault-cases.ts";
import { ExpectedError } from "../tools/keycloak/expected-error.ts";
import { obtainKeycloak } from "../tools/keycloak/obtain-keycloak.ts";
import { startKeycloak } from "../tools/keycloak/start-keycloak.ts";
import { countsLine, type Outcome } from "../tools/test/outcome.ts";
import { root } from "../tools/test/root.ts";
import type { CaseResult } from "./faults/case-result.ts";
import { faultsMarkdown } from "./faults/faults-markdown.ts";
import { type FaultsOptions, readFaultsOptions } from "./faults/options.ts";
import { runBrowserCases } from "./faults/run-browser-cases.ts";
import { runCases } from "./faults/run-cases.ts";

const report = (line: string) => console.log(line);

/** Returns the exit code. */
async function main({ version, part }: FaultsOptions): Promise<number> {
  const cases = allFaultCases().filter(({ name }) => name.includes(part ?? ""));
  if (cases.length === 0) throw new ExpectedError(`No case has "${part}" in its name.`);
  const directory = join(root, ".cache", "faults", version);
  // Realms of an earlier run that was stopped would slow this one down.
  await rm(join(directory, "data"), { recursive: true, force: true });
  const home = await obtainKeycloak({ version, report });
  const keycloak = await startKeycloak({ home, directory, report });
  const { baseUrl, adminUsername, adminPassword } = keycloak;
  const urls = { consoleUrl: baseUrl, loginUrl: baseUrl, apiUrl: baseUrl };
  const results: CaseResult[] = [];
  const begin = performance.now();
  const seconds = () => Math.round((performance.now() - begin) / 1000);
  try {
    await runCases(
      { name: "usual", ...urls, adminUsername, adminPassword },
      cases,
      ({ faultCase, problems }) => {
        results.push({ faultCase, problems });
        for (const { text } of problems) report(`✗ ${faultCase.name}: ${text}`);
        if (results.length % 200 === 0) {
          report(`${results.length} of ${cases.length} cases, ${seconds()} s`);
        }
      },
    );
  } finally {
    await keycloak.stop();
  }
  let inBrowser: Outcome = { passed: 0, failed: 0 };
  if (part === undefined) {
    inBrowser = await runBrowserCases();
    const day = new Date().toISOString().slice(0, 10);
    await writeFile(
      join(root, "docs", "faults.md"),
      faultsMarkdown({ version, day, results: inOrder(results, cases), inBrowser }),
    );
    report("Wrote docs/faults.md");
  }
  const broken = results.filter(({ problems }) => problems.length > 0).length;
  const passed = results.length - broken + inBrowser.passed;
  const failed = broken + inBrowser.failed;
  report(`${seconds()} s`);
  report(countsLine({ passed, failed }));
  return failed === 0 ? 0 : 1;
}

/** Cases end in another order each time, and the document is to be the same. */
function inOrder(
  results: readonly CaseResult[],
  cases: readonly CaseResult["faultCase"][],
): readonly CaseResult[] {
  const places = new Map(cases.map((faultCase, place) => [faultCase, place]));
  const placeOf = ({ faultCase }: CaseResult) => places.get(faultCase) ?? 0;
  return [...results].sort((a, b) => placeOf(a) - placeOf(b));
}

try {
  // Not only an exit code: what is still waiting would go on.
  process.exit(await main(readFaultsOptions(process.argv.slice(2))));
} catch (error) {
  if (!(error instanceof ExpectedError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
