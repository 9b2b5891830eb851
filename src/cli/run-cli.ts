import { CommanderError } from "@commander-js/extra-typings";
import { CliError } from "./cli-error.ts";
import type { CliHost } from "./cli-host.ts";
import { createProgram } from "./create-program.ts";
import { type ExitCode, exitCodes } from "./exit-codes.ts";
import type { CommandResult } from "./output/command-result.ts";
import { printableLines } from "./output/printable-lines.ts";
import { withoutSecrets } from "./output/without-secrets.ts";

/** A bug in this program is printed with everything that helps to find it. */
function describeUnexpected(thrown: unknown): readonly string[] {
  const details = thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
  return ["presets has failed unexpectedly:", ...details.split("\n")];
}

/**
 * A host whose standard error never contains the client's secret, because a server may repeat what
 * it was sent.
 */
function withoutSecretsInErrors(given: CliHost): CliHost {
  let secret: string | undefined;
  return {
    readInput: given.readInput,
    writeOutput: given.writeOutput,
    writeError: (text) =>
      given.writeError(withoutSecrets(text, secret === undefined ? [] : [secret])),
    get environment() {
      const { environment } = given;
      secret = environment["CLIENT_SECRET"];
      return environment;
    },
  };
}

/**
 * Runs the command line. Never throws.
 *
 * @param words the arguments after the program's name
 * @returns the exit code
 */
export async function runCli(words: readonly string[], given: CliHost): Promise<ExitCode> {
  const host = withoutSecretsInErrors(given);
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
  return (
    results.find(({ exitCode }) => exitCode !== exitCodes.passed)?.exitCode ?? exitCodes.passed
  );
}
