/**
 * `npm run bench`: measures the extension on a real Keycloak in a real browser, and writes
 * `docs/benchmarks.md`. `-- apply` or `-- list` measures that part of it, and leaves the others as they
 * were; `-- realms` makes 2,000 realms, or as many as `--count 500` says: only when asked for, since it
 * takes most of an hour.
 * Fails where a budget is broken.
 */
import { readFile, writeFile } from "node:fs/promises";
import { cpus } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { buildJar } from "../build.ts";
import { findBrowser } from "../tools/browser/find-browser.ts";
import { launchBrowser } from "../tools/browser/launch-browser.ts";
import { selectAdminTheme } from "../tools/demo/select-admin-theme.ts";
import { signInAsAdministrator } from "../tools/demo/sign-in-as-administrator.ts";
import { ExpectedError } from "../tools/keycloak/expected-error.ts";
import { obtainKeycloak } from "../tools/keycloak/obtain-keycloak.ts";
import type { RunningKeycloak } from "../tools/keycloak/start-keycloak.ts";
import { newestVersion } from "../tools/keycloak/supported-versions.ts";
import { root } from "../tools/test/root.ts";
import { brokenBudgets } from "./bench/apply/apply-budgets.ts";
import { type ApplyRun, programsFor, runApply } from "./bench/apply/apply-run.ts";
import { applyScales } from "./bench/apply/apply-scale.ts";
import { applySection } from "./bench/apply/apply-section.ts";
import { makeApplyRealm } from "./bench/apply/make-apply-realm.ts";
import type { Program } from "./bench/apply/make-programs.ts";
import { type ListRun, listHeading, listSection } from "./bench/list-section.ts";
import { makeRealmOfScale, type Scale } from "./bench/make-realm-of-scale.ts";
import { measureList } from "./bench/measure-list.ts";
import { measureRealms } from "./bench/realms/measure-realms.ts";
import { brokenByRealms, realmsHeading, realmsSection } from "./bench/realms/realms-section.ts";
import { brokenSizes, sizesSection } from "./bench/sizes-section.ts";
import { type BenchServer, clearBenchServer, withBenchServer } from "./bench/start-bench-server.ts";

const report = (line: string) => console.log(line);

const scales: readonly Scale[] = [
  { name: "small", clients: 20, serviceAccounts: 5 },
  { name: "large", clients: 5_000, serviceAccounts: 1_000 },
];

/** How soon the first rows are to be there, in milliseconds. */
const firstRowsBudget = 1_000;

/**
 * Milliseconds that are added to each request. None comes last, where the server's own time counts most:
 * a server gets quicker for long after it was started.
 */
const latencies = [50, 0];

const allParts = ["apply", "list", "realms"] as const;
type Part = (typeof allParts)[number];

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { count: { type: "string", default: "2000" } },
});

/** The parts of the page that are asked for. */
const parts = positionals.length === 0 ? ["apply", "list"] : positionals;
const asksFor = (part: Part) => parts.includes(part);

type Programs = ReadonlyMap<string, readonly Program[]>;

/** Makes the realms on one server, and starts it again, so that it has read none of them. */
async function withRealms<Result>(
  server: BenchServer,
  measure: (keycloak: RunningKeycloak, programs: Programs) => Promise<Result>,
): Promise<Result> {
  await clearBenchServer();
  const programs = new Map<string, readonly Program[]>();
  await withBenchServer(server, async (keycloak) => {
    const newAdmin = () => signInAsAdministrator(keycloak);
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
  });
  return withBenchServer(server, (keycloak) => measure(keycloak, programs));
}

async function measureLists(executablePath: string, keycloak: RunningKeycloak) {
  const { baseUrl, adminUsername: username, adminPassword: password } = keycloak;
  const browser = await launchBrowser(executablePath);
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
  const browser = await launchBrowser(executablePath);
  try {
    const runs: ApplyRun[] = [];
    for (const scale of applyScales) {
      for (const [place, latency] of latencies.entries()) {
        report(`Applying in the realm ${scale.name}, ${latency} ms …`);
        const visit = {
          ...{ baseUrl, username, password, latency },
          ...{ realm: scale.name, consoleRealm: "master" },
        };
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

const today = new Date().toISOString().slice(0, 10);

const head = `# Benchmarks

\`npm run bench\` wrote this page: Keycloak ${newestVersion} with its development database, Chromium and the
benchmark on one machine with ${cpus().length} cores, ${today}. Times differ from machine to machine; counts and bytes don't.`;

/** The page as it was, by its parts. */
async function readPage(file: string) {
  const [apply = "", rest = ""] = (await readFile(file, "utf8")).split(listHeading);
  const [list = "", realms] = rest.split(realmsHeading);
  return {
    ...{ apply, list: listHeading + list },
    realms: realms === undefined ? "" : realmsHeading + realms,
  };
}

/** Returns the exit code. */
async function main(): Promise<number> {
  const unknown = parts.filter((part) => !allParts.some((known) => known === part));
  if (unknown.length > 0) {
    throw new ExpectedError(
      `The benchmark has no part ${unknown.join(", ")}: nothing was measured. It has ${allParts.join(", ")}.`,
    );
  }
  const count = Number(values.count);
  if (!Number.isInteger(count) || count < 1) {
    throw new ExpectedError(
      `--count ${values.count} is no number of realms: nothing was measured.`,
    );
  }
  const executablePath = await findBrowser(report);
  const { jarPath, bundle } = await buildJar();
  const home = await obtainKeycloak({ version: newestVersion, report });
  const server = { home, jarPath, report };
  const file = join(root, "docs", "benchmarks.md");
  const page = await readPage(file);
  const broken = [...brokenSizes(bundle)];
  if (asksFor("apply") || asksFor("list")) {
    const { applying, lists } = await withRealms(server, async (keycloak, programs) => ({
      applying: asksFor("apply")
        ? await measureApplying(executablePath, home, keycloak, programs)
        : undefined,
      lists: asksFor("list") ? await measureLists(executablePath, keycloak) : undefined,
    }));
    if (applying !== undefined) {
      page.apply = `${head}\n\n${applySection(applying)}\n${sizesSection(bundle)}\n`;
      broken.push(...brokenBudgets(applying));
    }
    if (lists !== undefined) page.list = `${listSection(lists)}\n`;
    for (const { scale, warm } of lists ?? []) {
      if (warm.firstRows <= firstRowsBudget) continue;
      broken.push(`${scale.name}: the first rows took longer than ${firstRowsBudget} ms.`);
    }
  }
  if (asksFor("realms")) {
    const runs = await measureRealms(executablePath, server, count);
    page.realms = realmsSection(newestVersion, today, runs);
    broken.push(...brokenByRealms(runs));
  }
  const text = `${[page.apply, page.list, page.realms]
    .map((part) => part.trim())
    .join("\n\n")
    .trimEnd()}\n`;
  await writeFile(file, text);
  report(text);
  report("Wrote docs/benchmarks.md");
  for (const line of broken) report(`✗ ${line}`);
  return broken.length === 0 ? 0 : 1;
}

try {
  process.exit(await main());
} catch (error) {
  if (!(error instanceof ExpectedError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
