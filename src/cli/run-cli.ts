import { CommanderError } from "@commander-js/extra-typings";
import { CliError } from "./cli-error.ts";
import type { CliHost } from "./cli-host.ts";
import { createProgram } from "./create-program.ts";
import type { CommandResult } from "./output/command-result.ts";
import { printableLines } from "./output/printable-lines.ts";

/** A process ends with one of these. */
const exitCodes = { passed: 0, notPassed: 1, failed: 2 } as const;

/** A mistake in this program is printed with everything that helps to find it. */
function describeUnexpected(thrown: unknown): readonly string[] {
  const details = thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
  return ["presets has failed unexpectedly:", ...details.split("\n")];
}

/**
 * Runs the command line. Never throws.
 *
 * @param words the arguments after the program's name
 * @returns the exit code: 0, 1 where what was asked does not hold, 2 where it could not be done
 */
export async function runCli(words: readonly string[], host: CliHost): Promise<number> {
  const results: CommandResult[] = [];
  const program = createProgram({ host, finish: (result) => results.push(result) });
  try {
    await program.parseAsync(words, { from: "user" });
  } catch (thrown) {
    // Commander has printed the help, the version or its error itself.
    if (thrown instanceof CommanderError) {
      return thrown.exitCode === 0 ? exitCodes.passed : exitCodes.failed;
    }
    const lines = thrown instanceof CliError ? thrown.lines : describeUnexpected(thrown);
    host.writeError(printableLines(lines));
    return exitCodes.failed;
  }
  for (const { text } of results) host.writeOutput(text);
  return results.every(({ passed }) => passed) ? exitCodes.passed : exitCodes.notPassed;
}
