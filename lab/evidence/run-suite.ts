import { mkdir, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { makeCleanClone } from "./clean-clone.ts";
import { countsIn } from "./counts-in.ts";
import { runPrograms } from "./run-programs.ts";
import type { Suite } from "./suite.ts";
import { type SuiteResult, thisMachine } from "./suite-result.ts";

/** Where and how suites are run. */
export interface SuiteRun {
  /** The folder of the project. */
  readonly project: string;
  readonly state: string;
  /** The folder of the state's results, which are committed. */
  readonly results: string;
  /** The folder of what its suites print. */
  readonly logs: string;
  /** Whether the output of suites goes to their logs alone. */
  readonly isSilent?: boolean;
  readonly signal: AbortSignal;
}

/**
 * Runs a suite to its end, with its output in the terminal and in a log.
 *
 * @returns what came of it; `undefined` where it was stopped
 */
export async function runSuite(suite: Suite, run: SuiteRun): Promise<SuiteResult | undefined> {
  const { project, state, logs, isSilent = false, signal } = run;
  await mkdir(logs, { recursive: true });
  const log = join(logs, `${suite.id}.log`);
  const began = new Date().toISOString();
  const exitCode = await inTemporaryFolder(async (temporary) => {
    const clone = join(temporary, "clone");
    if (suite.inClone) await makeCleanClone(project, state, clone);
    const folder = suite.inClone ? clone : project;
    return runPrograms(suite.programs, { folder, temporary, log, isSilent, signal });
  });
  if (exitCode === undefined) return undefined;
  const counts = countsIn(await readFile(log, "utf8"));
  const isCounted = counts !== undefined && counts.passed > 0 && counts.failed === 0;
  return {
    suite: suite.id,
    command: suite.command,
    ...{ state, began, ended: new Date().toISOString(), exitCode },
    ...(counts === undefined ? {} : { counts }),
    // A run without tests must not look like success.
    hasPassed: exitCode === 0 && (suite.isUncounted === true || isCounted),
    machine: thisMachine(),
  };
}

/** What a suite leaves there when it is stopped is gone too. */
async function inTemporaryFolder<Result>(use: (folder: string) => Promise<Result>) {
  const folder = await mkdtemp(join(tmpdir(), "presets-evidence-"));
  try {
    return await use(folder);
  } finally {
    // Servers that a test has left may take some seconds to end.
    await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  }
}
