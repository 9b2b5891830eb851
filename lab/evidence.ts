/**
 * `npm run evidence`: runs all long suites on the present state of the code, and writes what came of them into
 * `docs/evidence.md`. What has passed on a state isn't run again on it, so that it can be stopped and resumed.
 */
import { readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { InvalidArgumentError } from "@commander-js/extra-typings";
import { runTool } from "../tools/command/run-tool.ts";
import { declareTool } from "../tools/command/tool.ts";
import { newestVersion } from "../tools/keycloak/supported-versions.ts";
import { root } from "../tools/test/root.ts";
import { allSuites } from "./evidence/all-suites.ts";
import { problemsOfPage } from "./evidence/check-page.ts";
import { readState, shortState } from "./evidence/code-state.ts";
import { type Evidence, evidenceMarkdown } from "./evidence/evidence-markdown.ts";
import { listLines } from "./evidence/list-lines.ts";
import { runMissing } from "./evidence/run-missing.ts";
import { loadResults } from "./evidence/suite-result.ts";
import { writeBetween } from "./markdown/write-between.ts";

const report = (line: string) => console.log(line);
const page = join(root, "docs", "evidence.md");
const evidence = join(root, "docs", "evidence");
const known = allSuites.map(({ id }) => id);

function suiteId(text: string, before: readonly string[] = []): readonly string[] {
  if (known.includes(text)) return [...before, text];
  throw new InvalidArgumentError(`The suites are ${known.join(", ")}.`);
}

const command = declareTool(
  "npm run evidence",
  "Runs all long suites that haven't passed on this state of the code, and writes docs/evidence.md. Takes many hours. Stop it at any time: the same command continues.",
)
  .option("--only <id>", "run only this suite; may be repeated", suiteId)
  .option("--keep-going", "go on after a suite that failed")
  .option("--list", "run nothing: show what there is of this state, and what is missing")
  .option(
    "--check",
    "run nothing: fail unless docs/evidence.md says that all passed on this state",
  );

/** What there is of the present state. */
async function readEvidence(state: string, results: string): Promise<Evidence> {
  const ofSuites = await loadResults(results);
  return { state, version: newestVersion, suites: allSuites, results: ofSuites };
}

/** What passed on other states is of no use any more; git still has it. */
async function forgetOtherStates(state: string): Promise<void> {
  for (const name of await readdir(evidence)) {
    if (name !== shortState(state)) await rm(join(evidence, name), { recursive: true });
  }
}

async function checkPage(state: string): Promise<boolean> {
  const problems = problemsOfPage(await readFile(page, "utf8"), state, allSuites);
  for (const problem of problems) report(`✗ docs/evidence.md: ${problem}`);
  if (problems.length === 0) report(`All suites passed on state ${shortState(state)}.`);
  return problems.length === 0;
}

await runTool(
  command,
  async ({ options: { only = known, keepGoing = false, list, check }, signal }) => {
    const state = await readState(root);
    if (check) return checkPage(state);
    const results = join(evidence, shortState(state));
    const logs = join(root, ".cache", "evidence", shortState(state));
    const show = async () => listLines(await readEvidence(state, results)).forEach(report);
    if (list) return show();
    const suites = allSuites.filter(({ id }) => only.includes(id));
    const writePage = async () => {
      const text = evidenceMarkdown(await readEvidence(state, results));
      await writeBetween(page, "npm run evidence", text);
    };
    const onStored = async () => {
      await forgetOtherStates(state);
      await writePage();
    };
    const havePassed = await runMissing({
      ...{ project: root, state, results, logs, suites, keepsGoing: keepGoing, onStored },
      ...{ report, signal },
    });
    // Also where nothing was missing: the page could be that of another state.
    await writePage();
    report("");
    await show();
    report("Wrote docs/evidence.md");
    return havePassed;
  },
  { whenStopped: "Stopped; what is done stays, and the same command continues." },
);
