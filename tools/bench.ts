/**
 * `npm run bench`: measures the extension on a real Keycloak in a real browser, and writes
 * `docs/benchmarks.md`. `-- apply` or `-- list` measures one half of it, and leaves the other as it was.
 * Fails where a budget is broken.
 */
import { readFile, rm, writeFile } from "node:fs/promises";
import { cpus } from "node:os";
import { join } from "node:path";
import { chromium } from "@playwright/test";
import { buildJar } from "../build.ts";
import { brokenBudgets } from "./bench/apply/apply-budgets.ts";
import { type ApplyRun, programsFor, runApply } from "./bench/apply/apply-run.ts";
import { applyScales } from "./bench/apply/apply-scale.ts";
import { applySection } from "./bench/apply/apply-section.ts";
import { makeApplyRealm, type Program } from "./bench/apply/make-apply-realm.ts";
import { type ListRun, listSection } from "./bench/list-section.ts";
import { makeRealmOfScale, type Scale } from "./bench/make-realm-of-scale.ts";
import { measureList } from "./bench/measure-list.ts";
import { brokenSizes, sizesSection } from "./bench/sizes-section.ts";
import { browserArguments } from "./browser/browser-arguments.ts";
import { findBrowser } from "./browser/find-browser.ts";
import { selectAdminTheme } from "./demo/select-admin-theme.ts";
import { signInAsAdministrator } from "./demo/sign-in-as-administrator.ts";
import { ExpectedError } from "./keycloak/expected-error.ts";
import { obtainKeycloak } from "./keycloak/obtain-keycloak.ts";
import { type RunningKeycloak, startKeycloak } from "./keycloak/start-keycloak.ts";
import { newestVersion } from "./keycloak/supported-versions.ts";
import { root } from "./test/root.ts";

const report = (line: string) => console.log(line);

const scales: readonly Scale[] = [
  { name: "small", clients: 20, serviceAccounts: 5 },
  { name: "large", clients: 5_000, serviceAccounts: 1_000 },
];

/** How soon the first rows are to be there, in milliseconds. */
const firstRowsBudget = 1_000;

/** Milliseconds that are added to each request. */
const latencies = [0, 50];

/** The halves of the page, by what asks for them; no argument asks for both. */
const parts = process.argv.slice(2);
const asksFor = (part: "apply" | "list") => parts.length === 0 || parts.includes(part);
const listHeading = "## The list of service accounts";

type Programs = ReadonlyMap<string, readonly Program[]>;

/** Makes the realms on one server, and starts it again, so that it has read none of them. */
async function withRealms<Result>(
  home: string,
  jarPath: string,
  measure: (keycloak: RunningKeycloak, programs: Programs) => Promise<Result>,
): Promise<Result> {
  const directory = join(root, ".cache", "bench", newestVersion);
  await rm(join(directory, "data"), { recursive: true, force: true });
  // As servers are run: browsers keep what they have loaded.
  const start = () =>
    startKeycloak({
      ...{ home, directory, providers: [jarPath], report, command: "start", isMeasured: true },
      options: ["--http-enabled=true", "--hostname-strict=false", "--db=dev-file"],
    });
  const programs = new Map<string, readonly Program[]>();
  const making = await start();
  try {
    const newAdmin = () => signInAsAdministrator(making);
    await selectAdminTheme(await newAdmin(), "master", "service-account-presets");
    for (const scale of asksFor("list") ? scales : []) {
      report(`Making the realm ${scale.name} with ${scale.clients} clients …`);
      await makeRealmOfScale(newAdmin, scale);
    }
    for (const scale of asksFor("apply") ? applyScales : []) {
      report(`Making the realm ${scale.name} with ${scale.clients} clients …`);
      const made = await makeApplyRealm(newAdmin, scale, programsFor(latencies.length));
      programs.set(scale.name, made);
    }
  } finally {
    await making.stop();
  }
  const keycloak = await start();
  try {
    return await measure(keycloak, programs);
  } finally {
    await keycloak.stop();
  }
}

async function measureLists(executablePath: string, keycloak: RunningKeycloak) {
  const { baseUrl, adminUsername: username, adminPassword: password } = keycloak;
  const browser = await chromium.launch({ executablePath, args: [...browserArguments()] });
  try {
    // The first page of a server that has just started takes its time, whatever it shows.
    await measureList(browser, { baseUrl, username, password, realm: "master" });
    const runs: ListRun[] = [];
    for (const scale of scales) {
      report(`Looking at the realm ${scale.name} …`);
      const visit = { baseUrl, username, password, realm: scale.name };
      const cold = await measureList(browser, visit);
      runs.push({ scale, cold, warm: await measureList(browser, visit) });
    }
    return runs;
  } finally {
    await browser.close();
  }
}

async function measureApplying(
  executablePath: string,
  home: string,
  keycloak: RunningKeycloak,
  programs: Programs,
) {
  const { baseUrl, adminUsername: username, adminPassword: password } = keycloak;
  const browser = await chromium.launch({ executablePath, args: [...browserArguments()] });
  try {
    const runs: ApplyRun[] = [];
    for (const scale of applyScales) {
      for (const [place, latency] of latencies.entries()) {
        report(`Applying in the realm ${scale.name}, ${latency} ms …`);
        const visit = { baseUrl, username, password, realm: scale.name, latency };
        const each = programsFor(1);
        const own = (programs.get(scale.name) ?? []).slice(place * each, (place + 1) * each);
        runs.push(await runApply(browser, home, visit, scale, own));
      }
    }
    return runs;
  } finally {
    await browser.close();
  }
}

const head = () => `# Benchmarks

\`npm run bench\` wrote this page: Keycloak ${newestVersion} with its development database, Chromium and the
benchmark on one machine with ${cpus().length} cores, ${new Date().toISOString().slice(0, 10)}. Times differ from machine to machine; counts and bytes don't.`;

/** Returns the exit code. */
async function main(): Promise<number> {
  const executablePath = await findBrowser(report);
  const { jarPath, bundle } = await buildJar();
  const home = await obtainKeycloak({ version: newestVersion, report });
  const { runs, applying } = await withRealms(home, jarPath, async (keycloak, programs) => ({
    applying: asksFor("apply")
      ? await measureApplying(executablePath, home, keycloak, programs)
      : undefined,
    runs: asksFor("list") ? await measureLists(executablePath, keycloak) : undefined,
  }));
  const file = join(root, "docs", "benchmarks.md");
  const [above = "", below = ""] = (await readFile(file, "utf8")).split(listHeading);
  const apply =
    applying === undefined
      ? above
      : `${head()}\n\n${applySection(applying)}\n${sizesSection(bundle)}\n`;
  const text = apply + (runs === undefined ? listHeading + below : listSection(runs));
  await writeFile(file, text);
  report(text);
  report("Wrote docs/benchmarks.md");
  const broken = [...brokenBudgets(applying ?? []), ...brokenSizes(bundle)];
  for (const line of broken) report(`✗ ${line}`);
  const slow = (runs ?? []).filter(({ warm }) => warm.firstRows > firstRowsBudget);
  for (const { scale } of slow) {
    report(`✗ ${scale.name}: the first rows took longer than ${firstRowsBudget} ms.`);
  }
  return slow.length === 0 && broken.length === 0 ? 0 : 1;
}

try {
  process.exit(await main());
} catch (error) {
  if (!(error instanceof ExpectedError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
