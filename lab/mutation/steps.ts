import { readFile, rm, writeFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { root } from "../../tools/test/root.ts";
import { runProgram } from "../../tools/test/run-program.ts";
import type { Step } from "../../tools/test/steps.ts";
import { checkGuards } from "./check-guards.ts";
import { guards } from "./guards.ts";
import { readMutationReport } from "./mutation-report.ts";
import { copyProject } from "./project-copy.ts";
import { runTests } from "./run-tests.ts";
import { scoreTable } from "./score-table.ts";

const reports = join(root, ".cache", "mutation");
const print = (line: string) => console.log(line);

/**
 * Changes src/access in small ways, one after the other, and counts what the tests notice. Stryker
 * fails below the score that stryker.config.mjs names.
 *
 * @param files those to be changed; none for all
 */
export function mutantStep(files: readonly string[]): Step {
  return {
    name: "Mutants of src/access",
    run: async () => {
      const report = join(reports, "report.json");
      // The report of an earlier run must not speak for one that crashed.
      await rm(report, { force: true });
      const succeeded = await runProgram({
        packageName: "@stryker-mutator/core",
        binName: "stryker",
        arguments: ["run", ...(files.length === 0 ? [] : ["--mutate", files.join(",")])],
        limitInMinutes: 300,
      });
      const text = await readFile(report, "utf8").catch(() => undefined);
      if (text === undefined)
        throw new Error("Stryker ended without a report, so there is no score.");
      const { scores, survivors } = readMutationReport(JSON.parse(text));
      const list = join(reports, "survivors.txt");
      await writeFile(list, `${survivors.join("\n")}\n`);
      print(`\n${scoreTable(scores)}\n`);
      print(
        `What survived is in ${relative(root, list)}, with its place in report.html beside it.`,
      );
      const isScored = scores.some(({ killed }) => killed > 0);
      return succeeded && isScored ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
    },
  };
}

/** Breaks each guard in a copy of the project, and expects a test to go red. */
export const guardStep: Step = {
  name: "Guards",
  run: async () => {
    const copy = await copyProject();
    try {
      return await checkGuards(guards, copy, runTests, print);
    } finally {
      await rm(copy.folder, { recursive: true, force: true });
    }
  },
};
