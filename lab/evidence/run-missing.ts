import { ExpectedError } from "../../tools/command/expected-error.ts";
import { uncommittedCode, untrackedCode } from "./code-files.ts";
import { readState } from "./code-state.ts";
import { resultInWords } from "./result-in-words.ts";
import { runSuite, type SuiteRun } from "./run-suite.ts";
import type { Suite } from "./suite.ts";
import { loadResults, type SuiteResult, saveResult } from "./suite-result.ts";

/** Which suites are wanted of a state, and what is done with their results. */
export interface MissingRun extends SuiteRun {
  readonly suites: readonly Suite[];
  /** Whether suites are run after one that failed. */
  readonly keepsGoing?: boolean;
  readonly report: (line: string) => void;
  /** Called when the result of a suite was stored. */
  readonly onStored?: () => Promise<void>;
}

/**
 * Runs the suites that have not passed on the state yet, in their order, and stores the result of each as soon as it is
 * there. Stops at one that fails, unless it is to go on.
 *
 * @returns whether all of them have passed now
 * @throws the signal's reason where it is stopped: the suite that ran then has no result
 * @throws ExpectedError where what runs would not be the state
 */
export async function runMissing(run: MissingRun): Promise<boolean> {
  const { suites, results, keepsGoing = false, report, signal } = run;
  const before = await loadResults(results);
  const missing = suites.filter(({ id }) => !before.get(id)?.hasPassed);
  if (missing.length > 0) await assertRunsState(run.project, missing);
  let failed = 0;
  for (const suite of missing) {
    report(`\n── ${suite.id}: ${suite.command}`);
    const result = await runSuite(suite, run);
    signal.throwIfAborted();
    if (result === undefined) throw new ExpectedError(`${suite.id} was ended from outside.`);
    await store(result, run);
    report(`${result.hasPassed ? "✓" : "✗"} ${suite.id}: ${resultInWords(result)}`);
    if (!result.hasPassed) failed += 1;
    if (failed > 0 && !keepsGoing) break;
  }
  return failed === 0;
}

async function store(result: SuiteResult, { project, state, results, onStored }: MissingRun) {
  if ((await readState(project)) !== state) {
    throw new ExpectedError(
      `The code changed while ${result.suite} ran: its result belongs to no state. Run this again.`,
    );
  }
  await saveResult(results, result);
  await onStored?.();
}

async function assertRunsState(project: string, missing: readonly Suite[]): Promise<void> {
  const untracked = await untrackedCode(project);
  if (untracked.length > 0) {
    throw new ExpectedError(
      `Git doesn't track these files, so they aren't part of the state, but suites could use them. Add, ignore or delete them:\n${untracked.join("\n")}`,
    );
  }
  const ofCommit = missing.filter(({ inClone, usesCommit }) => inClone || usesCommit);
  const uncommitted = ofCommit.length > 0 ? await uncommittedCode(project) : [];
  if (uncommitted.length > 0) {
    const names = ofCommit.map(({ id }) => id).join(", ");
    throw new ExpectedError(
      `These suites run what is committed: ${names}. Commit these files, or name other suites with --only:\n${uncommitted.join("\n")}`,
    );
  }
}
