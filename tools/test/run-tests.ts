import { mkdir, readFile, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { judgeOutcome, type Outcome } from "./outcome.ts";
import { type Program, runProgram } from "./run-program.ts";

/**
 * Runs a program that leaves a report of its tests, and counts them. A program that failed, or left
 * no report, counts as a failed test.
 *
 * @param report the path of the report
 * @param toProgram the program that writes the report to the path that it is given
 */
export async function runTests(
  report: string,
  parseReport: (report: unknown) => Outcome,
  toProgram: (report: string) => Program,
): Promise<Outcome> {
  await mkdir(dirname(report), { recursive: true });
  // The report of an earlier run must not speak for one that crashed.
  await rm(report, { force: true });
  const succeeded = await runProgram(toProgram(report));
  const text = await readFile(report, "utf8").catch(() => undefined);
  return judgeOutcome(text === undefined ? undefined : parseReport(JSON.parse(text)), succeeded);
}
