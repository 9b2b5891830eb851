/**
 * `npm run bench`: measures the extension on a real Keycloak in a real browser, and writes
 * `docs/benchmarks.md`. Fails where a budget is broken.
 */
import { readFile, writeFile } from "node:fs/promises";
import { cpus } from "node:os";
import { join } from "node:path";
import { Argument } from "@commander-js/extra-typings";
import { buildJar } from "../build.ts";
import { minorOf } from "../src/catalog/server/minor-of.ts";
import { findBrowser } from "../tools/browser/find-browser.ts";
import { launchBrowser } from "../tools/browser/launch-browser.ts";
import { untilInterrupted } from "../tools/command/interruption.ts";
import { runTool } from "../tools/command/run-tool.ts";
import { declareTool, wholeNumber } from "../tools/command/tool.ts";
import { signInAsAdministrator } from "../tools/demo/sign-in-as-administrator.ts";
import { obtainKeycloak } from "../tools/keycloak/obtain-keycloak.ts";
import type { RunningKeycloak } from "../tools/keycloak/start-keycloak.ts";
import { newestVersion } from "../tools/keycloak/supported-versions.ts";
import { root } from "../tools/test/root.ts";
import { brokenBudgets } from "./bench/apply/apply-budgets.ts";
import { type ApplyRun, programsFor, runApply } from "./bench/apply/apply-run.ts";
import { applySection } from "./bench/apply/apply-section.ts";
import { applyScales, makeApplyRealm, type Program } from "./bench/apply/make-apply-realm.ts";
import { type BenchServer, clearBenchServer, withBenchServer } from "./bench/bench-server.ts";
import { jobsSection } from "./bench/jobs-section.ts";
import {
  brokenByLists,
  type ListRun,
  listHeading,
  listSection,
} from "./bench/list/list-section.ts";
import { makeListRealm, type Scale } from "./bench/list/make-list-realm.ts";
import { measureList } from "./bench/list/measure-list.ts";
import { measureRealms } from "./bench/realms/measure-realms.ts";
import { brokenByRealms, realmsHeading, realmsSection } from "./bench/realms/realms-section.ts";
import { makeReportRealm, measureReport } from "./bench/report/measure-report.ts";
import { brokenByReport, reportHeading, reportSection } from "./bench/report/report-section.ts";
import { brokenBySearch, measureSearch, searchSection } from "./bench/search-section.ts";
import { brokenSizes, sizesSection } from "./bench/sizes-section.ts";

const report = (line: string) => console.log(line);
const file = join(root, "docs", "benchmarks.md");
const today = new Date().toISOString().slice(0, 10);

const listScales: readonly Scale[] = [
  { name: "small", clients: 20, serviceAccounts: 5 },
  { name: "large", clients: 5_000, serviceAccounts: 1_000 },
];

/**
 * Milliseconds that are added to each request. None comes last, where the server's own time counts most:
 * a server gets quicker for long after it was started.
 */
const latencies = [50, 0];

const allParts = ["apply", "list", "realms", "report"] as const;
type Part = (typeof allParts)[number];

const command = declareTool(
  "npm run bench",
  "Measures the extension on a real Keycloak in a real browser, and writes docs/benchmarks.md. Fails where a budget is broken.",
)
  .addArgument(
    new Argument("[parts...]", "measure these parts, and leave the others as they were")
      .choices(allParts)
      .default(["apply", "list", "report"] as Part[]),
  )
  .option(
    "--count <realms>",
    "how many realms the part realms makes; 2000 take most of an hour",
    wholeNumber(1, 100_000),
    2_000,
  );

type Programs = ReadonlyMap<string, readonly Program[]>;

/** Makes the realms on one server, and starts it again, so that it has read none of them. */
async function withRealms<Result>(
  server: BenchServer,
  parts: readonly Part[],
  measure: (keycloak: RunningKeycloak, programs: Programs) => Promise<Result>,
): Promise<Result> {
  await clearBenchServer();
  const programs = new Map<string, readonly Program[]>();
  await withBenchServer(server, async (keycloak) => {
    const newAdmin = () => signInAsAdministrator(keycloak);
    const adminTheme = "service-account-presets";
    await (await newAdmin()).realms.update({ realm: "master" }, { adminTheme });
    for (const scale of parts.includes("list") ? listScales : []) {
      report(`Making the realm ${scale.name} with ${scale.clients} clients …`);
      await makeListRealm(newAdmin, scale);
    }
    for (const scale of parts.includes("apply") ? applyScales : []) {
      report(`Making the realm ${scale.name} with ${scale.clients} clients …`);
      const made = await makeApplyRealm(newAdmin, scale, programsFor(latencies.length));
      programs.set(scale.name, made);
    }
    if (parts.includes("report")) {
      report("Making the realm report …");
      await makeReportRealm(newAdmin);
    }
  });
  return withBenchServer(server, (keycloak) => measure(keycloak, programs));
}

async function measureLists(executablePath: string, keycloak: RunningKeycloak) {
  const { baseUrl, adminUsername: username, adminPassword: password } = keycloak;
  await using browser = await launchBrowser(executablePath);
  // The first page of a server that has just started takes its time, whatever it shows.
  await measureList(browser, { baseUrl, username, password, realm: "master" });
  const runs: ListRun[] = [];
  for (const scale of listScales) {
    report(`Looking at the realm ${scale.name} …`);
    const visit = { baseUrl, username, password, realm: scale.name };
    const cold = await measureList(browser, visit);
    runs.push({ scale, cold, warm: await measureList(browser, visit) });
  }
  return runs;
}

async function measureApplying(
  executablePath: string,
  home: string,
  keycloak: RunningKeycloak,
  programs: Programs,
) {
  const { baseUrl, adminUsername: username, adminPassword: password } = keycloak;
  await using browser = await launchBrowser(executablePath);
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
}

const head = `# Benchmarks

\`npm run bench\` wrote this page: Keycloak ${newestVersion} with its development database, Chromium and the
benchmark on one machine with ${cpus().length} cores, ${today}. Times differ from machine to machine; counts and bytes don't.`;

/** The page as it was, by its parts. */
async function readPage(): Promise<Record<Part, string>> {
  const [apply = "", rest = ""] = (await readFile(file, "utf8")).split(listHeading);
  const [listAndRealms = "", ofReport] = rest.split(reportHeading);
  const [list = "", realms] = listAndRealms.split(realmsHeading);
  return {
    ...{ apply, list: listHeading + list },
    realms: realms === undefined ? "" : realmsHeading + realms,
    report: ofReport === undefined ? "" : reportHeading + ofReport,
  };
}

await runTool(command, async ({ args: [parts], options: { count }, signal }) => {
  const executablePath = await untilInterrupted(findBrowser(report), signal);
  const { jarPath, bundle } = await buildJar();
  const home = await untilInterrupted(obtainKeycloak({ version: newestVersion, report }), signal);
  const server = { home, jarPath, report, signal };
  const page = await readPage();
  const broken = [...brokenSizes(bundle)];
  if (parts.some((part) => part !== "realms")) {
    await withRealms(server, parts, async (keycloak, programs) => {
      if (parts.includes("report")) {
        report("Reporting on the realm report …");
        const run = await measureReport(keycloak.baseUrl);
        page.report = reportSection(newestVersion, today, run);
        broken.push(...brokenByReport(run));
      }
      if (parts.includes("apply")) {
        const runs = await measureApplying(executablePath, home, keycloak, programs);
        const search = await measureSearch(minorOf(newestVersion));
        const sections = [
          applySection(runs),
          jobsSection(),
          searchSection(search),
          sizesSection(bundle),
        ];
        page.apply = `${head}\n\n${sections.join("\n")}`;
        broken.push(...brokenBudgets(runs), ...brokenBySearch(search));
      }
      if (parts.includes("list")) {
        const runs = await measureLists(executablePath, keycloak);
        page.list = listSection(runs);
        broken.push(...brokenByLists(runs));
      }
    });
  }
  if (parts.includes("realms")) {
    const runs = await measureRealms(executablePath, server, count);
    page.realms = realmsSection(newestVersion, today, runs);
    broken.push(...brokenByRealms(runs));
  }
  const text = `${allParts
    .map((part) => page[part].trim())
    .join("\n\n")
    .trimEnd()}\n`;
  await writeFile(file, text);
  report(text);
  report("Wrote docs/benchmarks.md");
  for (const line of broken) report(`✗ ${line}`);
  return broken.length === 0;
});
