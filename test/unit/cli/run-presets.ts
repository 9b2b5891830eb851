import { runCli } from "../../../src/cli/run-cli.ts";

/** What a run of the command line left behind. */
export interface Run {
  readonly exitCode: number;
  /** What it wrote to standard output. */
  readonly output: string;
  /** What it wrote to standard error. */
  readonly errors: string;
}

interface Given {
  readonly environment: Readonly<Record<string, string>>;
  readonly input: string | Uint8Array;
}

/**
 * Runs the command line in this process.
 *
 * @param words the arguments after `presets`
 * @param given.environment all variables that it sees
 * @param given.input what standard input holds
 */
export async function runPresets(
  words: readonly string[],
  { environment = {}, input = "" }: Partial<Given> = {},
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
    readInput: async () => (typeof input === "string" ? new TextEncoder().encode(input) : input),
    environment,
  });
  return { exitCode, output, errors };
}
