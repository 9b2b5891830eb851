import { runCli } from "../../../src/cli/run-cli.ts";

/** What a run of the command line left behind. */
export interface Run {
  readonly exitCode: number;
  /** What it wrote to standard output. */
  readonly output: string;
  /** What it wrote to standard error. */
  readonly errors: string;
}

/**
 * Runs the command line in this process.
 *
 * @param words the arguments after `presets`
 * @param environment all variables that it sees
 */
export async function runPresets(
  words: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<Run> {
  let output = "";
  let errors = "";
  const exitCode = await runCli(words, {
    writeOutput: (text) => {
      output += text;
    },
    writeError: (text) => {
      errors += text;
    },
    environment,
  });
  return { exitCode, output, errors };
}
