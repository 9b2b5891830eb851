import { rm } from "node:fs/promises";
import { runProgram } from "../../tools/test/run-program.ts";
import type { Step } from "../../tools/test/run-steps.ts";
import { runVitest } from "../../tools/test/run-tests.ts";
import { checkGuards } from "./check-guards.ts";
import { guards } from "./guards.ts";
import { copyProject } from "./project-copy.ts";

/**
 * Changes src/access in small ways, one after the other, and counts what the tests notice. Stryker
 * prints it, and fails below the score that stryker.config.mjs names.
 *
 * @param files those to be changed; none for all
 */
export function mutantStep(files: readonly string[]): Step {
  return {
    name: "Mutants of src/access",
    run: async (signal) => {
      const succeeded = await runProgram({
        name: "stryker",
        arguments: ["run", ...(files.length === 0 ? [] : ["--mutate", files.join(",")])],
        limitInMinutes: 300,
        signal,
      });
      return succeeded ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
    },
  };
}

/** Breaks each guard in a copy of the project, and expects a test to go red. */
export const guardStep: Step = {
  name: "Guards",
  run: async (signal) => {
    const copy = await copyProject();
    const runTests = async (folder: string, files: readonly string[]) => {
      signal.throwIfAborted();
      const run = { log: "guards", arguments: files, folder, isSilent: true, limitInMinutes: 2 };
      return (await runVitest({ ...run, signal })).tests;
    };
    try {
      return await checkGuards(guards, copy, runTests, (line) => console.log(line));
    } finally {
      await rm(copy.folder, { recursive: true, force: true });
    }
  },
};
