import { mkdir, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { countTests, failuresIn } from "./outcome.ts";
import { root } from "./root.ts";
import { type Program, runProgram } from "./run-program.ts";
import type { StepOutcome } from "./run-steps.ts";
import { type LoggedTest, readTestLog, testLogVariable } from "./test-log.ts";

/** Which tests a runner runs, and how. */
export interface TestsRun extends Omit<Program, "name" | "limitInMinutes"> {
  /** What the log of the run is called in `.cache/test-reports/`. */
  readonly log: string;
  readonly limitInMinutes?: number;
}

/** What a runner found. */
export interface TestsOutcome extends StepOutcome {
  readonly tests: readonly LoggedTest[];
}

const reporterOf = (runner: string) =>
  fileURLToPath(new URL(`./${runner}-log.ts`, import.meta.url));

/** Runs unit tests with vitest. */
export function runVitest(run: TestsRun): Promise<TestsOutcome> {
  return runTests({
    limitInMinutes: 20,
    ...run,
    name: "vitest",
    arguments: [
      ...["run", "--allowOnly=false", "--reporter=default", `--reporter=${reporterOf("vitest")}`],
      ...(run.arguments ?? []),
    ],
  });
}

/** Runs end-to-end tests with Playwright. */
export function runPlaywright(run: TestsRun): Promise<TestsOutcome> {
  return runTests({
    limitInMinutes: 46,
    ...run,
    name: "playwright",
    arguments: [
      ...["test", "--forbid-only", `--reporter=list,${reporterOf("playwright")}`],
      ...(run.arguments ?? []),
    ],
  });
}

async function runTests({ log, ...program }: TestsRun & Program): Promise<TestsOutcome> {
  const file = join(root, ".cache", "test-reports", `${log}.jsonl`);
  await mkdir(dirname(file), { recursive: true });
  // The log of an earlier run must not speak for one that crashed.
  await rm(file, { force: true });
  const succeeded = await runProgram({
    ...program,
    env: { ...program.env, [testLogVariable]: file },
  });
  const tests = await readTestLog(file);
  return { ...countTests(tests, succeeded), failures: failuresIn(tests), tests };
}
