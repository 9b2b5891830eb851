import { execFile } from "node:child_process";

/** What a program did. */
export interface ProgramRun {
  readonly exitCode: number;
  /** What it printed, errors among it. */
  readonly output: string;
}

/** How a program is run. */
export interface ProgramOptions {
  readonly cwd: string;
  readonly variables?: Readonly<Record<string, string>>;
}

/**
 * Runs a program to its end, whether or not it succeeds.
 *
 * @throws if the program doesn't exist
 */
export function runProgram(
  [program, ...words]: readonly [string, ...string[]],
  { cwd, variables = {} }: ProgramOptions,
): Promise<ProgramRun> {
  return new Promise((resolve, reject) => {
    // Variables are UTF-8 where people work, if not where tests run.
    const env = { ...process.env, LC_ALL: "C.UTF-8", ...variables };
    execFile(program, words, { cwd, env }, (error, stdout, stderr) => {
      const output = stdout + stderr;
      if (error === null) resolve({ exitCode: 0, output });
      else if (typeof error.code === "number") resolve({ exitCode: error.code, output });
      else reject(error);
    });
  });
}
