/**
 * `npm run peers`: measures what other tools do for the same jobs, in one run on one machine, and writes
 * `docs/peers.md`: assigning a preset's roles, and finding admin access in realms. Fails where `presets` misses such access
 * or gives a false alarm.
 */
import { mkdir } from "node:fs/promises";
import { cpus } from "node:os";
import { dirname, join } from "node:path";
import { Option } from "@commander-js/extra-typings";
import { buildCli, buildJar } from "../build.ts";
import { findBrowser } from "../tools/browser/find-browser.ts";
import { untilInterrupted } from "../tools/command/interruption.ts";
import { runTool } from "../tools/command/run-tool.ts";
import { declareTool } from "../tools/command/tool.ts";
import { obtainKeycloak } from "../tools/keycloak/obtain-keycloak.ts";
import { newestVersion } from "../tools/keycloak/supported-versions.ts";
import { root } from "../tools/test/root.ts";
import type { BenchServer } from "./bench/bench-server.ts";
import { writeBetween } from "./markdown/write-between.ts";
import { applyingOnServer } from "./peers/applying/applying-on-server.ts";
import { presetsScript } from "./peers/applying/export-preset.ts";
import { findingsOnServer } from "./peers/findings/findings-on-server.ts";
import type { PartOfPage } from "./peers/part-of-page.ts";
import { findProgram } from "./peers/programs/find-program.ts";

const report = (line: string) => console.log(line);

const parts = ["applying", "findings"] as const;

const command = declareTool(
  "npm run peers",
  "Measures this product beside other tools, and writes docs/peers.md.",
)
  .addOption(
    new Option("--only <part>", "measure this part, and leave the other as it was").choices(parts),
  )
  .addOption(
    new Option(
      "--venv <folder>",
      "a virtual environment of Python with ansible and kcwarden; otherwise the search path",
    ).env("PEERS_VENV"),
  );

await runTool(command, async ({ options: { only, venv }, signal }) => {
  const wanted = only === undefined ? parts : [only];
  const place = { venv, searchPath: process.env["PATH"] ?? "" };
  // Before anything long: who lacks one is told at once.
  const ansiblePlaybook = wanted.includes("applying")
    ? await findProgram("ansible-playbook", "ansible", place)
    : undefined;
  const kcwarden = wanted.includes("findings")
    ? await findProgram("kcwarden", "kcwarden", place)
    : undefined;
  const home = await untilInterrupted(obtainKeycloak({ version: newestVersion, report }), signal);
  const { jarPath } = await buildJar();
  await mkdir(dirname(presetsScript), { recursive: true });
  await buildCli(presetsScript);
  const server: BenchServer = { home, jarPath, report, signal };
  const broken: string[] = [];
  const write = async (part: (typeof parts)[number], measured: PartOfPage) => {
    const { versions, text } = measured;
    broken.push(...measured.broken);
    const day = new Date().toISOString().slice(0, 10);
    const tools = [`Keycloak ${newestVersion}`, ...versions].join(", ");
    const head = `Measured on ${day}, on one machine with ${cpus().length} cores:\n${tools}.`;
    const by = `npm run peers -- --only ${part}`;
    await writeBetween(join(root, "docs", "peers.md"), by, `${head}\n\n${text}`);
    report(text);
  };
  if (ansiblePlaybook !== undefined) {
    const executablePath = await untilInterrupted(findBrowser(report), signal);
    await write("applying", await applyingOnServer(server, { executablePath, ansiblePlaybook }));
  }
  if (kcwarden !== undefined) {
    await write("findings", await findingsOnServer(server, kcwarden));
  }
  report("Wrote docs/peers.md");
  for (const line of broken) report(`✗ ${line}`);
  return broken.length === 0;
});
