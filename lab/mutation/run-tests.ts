import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { runProgram } from "../../tools/test/run-program.ts";
import { readTestResult, type TestResult } from "./test-result.ts";

/** Runs test files in a copy of the project, without a word. */
export async function runTests(folder: string, files: readonly string[]): Promise<TestResult> {
  const report = join(folder, "report.json");
  // The report of an earlier run must not speak for one that crashed.
  await rm(report, { force: true });
  await runProgram({
    packageName: "vitest",
    binName: "vitest",
    arguments: ["run", "--reporter=json", `--outputFile=${report}`, ...files],
    folder,
    isSilent: true,
    limitInMinutes: 2,
  });
  const text = await readFile(report, "utf8").catch(() => "{}");
  return readTestResult(JSON.parse(text));
}
