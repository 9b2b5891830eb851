import { execa } from "execa";
import { ExpectedError } from "../../../tools/command/expected-error.ts";

/** What a program did, and how long that took. */
export interface TimedRun {
  readonly milliseconds: number;
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** How a program is run. */
export interface RunOptions {
  readonly cwd?: string;
  readonly variables?: Readonly<Record<string, string>>;
  /** Exit codes beside 0 that say something, and not that it failed. */
  readonly expected?: readonly number[];
  readonly signal?: AbortSignal;
}

/**
 * Runs a program to its end.
 *
 * @throws ExpectedError where it fails, with what it printed
 */
export async function runTimed(
  program: string,
  words: readonly string[],
  { cwd = process.cwd(), variables = {}, expected = [], signal }: RunOptions = {},
): Promise<TimedRun> {
  const env = { LC_ALL: "C.UTF-8", ...variables };
  const begun = performance.now();
  const result = await execa(program, words, {
    ...{ cwd, env, reject: false, stripFinalNewline: false },
    ...(signal === undefined ? {} : { cancelSignal: signal }),
  });
  const milliseconds = performance.now() - begun;
  const { exitCode, stdout, stderr } = result;
  if (exitCode === undefined || (exitCode !== 0 && !expected.includes(exitCode))) {
    const said = `${stdout}${stderr}`.trim() || result.message;
    throw new ExpectedError(`${program} ${words.join(" ")} ended with ${exitCode}: ${said}`);
  }
  return { milliseconds, exitCode, stdout, stderr };
}
