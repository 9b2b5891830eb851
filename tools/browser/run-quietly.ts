import { spawn } from "node:child_process";

/** How long a program may take as a whole, and how long it may say nothing, in milliseconds. */
export interface Patience {
  readonly whole: number;
  readonly silence: number;
}

/**
 * Runs a program without showing its output.
 *
 * @returns `undefined` when it succeeded, else one sentence why not.
 */
export async function runQuietly(
  command: readonly [string, ...string[]],
  patience: Patience,
  env: NodeJS.ProcessEnv = process.env,
): Promise<string | undefined> {
  const [program, ...programArguments] = command;
  return new Promise((resolve) => {
    const child = spawn(program, programArguments, { stdio: ["ignore", "pipe", "pipe"], env });
    let said = "";
    const giveUp = (why: string) => {
      child.kill();
      finish(why);
    };
    const finish = (outcome: string | undefined) => {
      clearTimeout(whole);
      clearTimeout(silence);
      resolve(outcome);
    };
    const whole = setTimeout(
      () => giveUp(`not done in ${seconds(patience.whole)}`),
      patience.whole,
    );
    const startSilence = () =>
      setTimeout(() => giveUp(`no progress in ${seconds(patience.silence)}`), patience.silence);
    let silence = startSilence();
    const hear = (chunk: Buffer) => {
      clearTimeout(silence);
      silence = startSilence();
      said += chunk.toString();
    };
    child.stdout.on("data", hear);
    child.stderr.on("data", hear);
    child.on("error", (error) => finish(error.message));
    child.on("close", (code) => finish(code === 0 ? undefined : tellingLine(said)));
  });
}

/** The first line that names an error, as npm, Playwright and apt write it, else the last line. */
function tellingLine(output: string): string {
  const lines = output.split("\n").map((line) => line.trim());
  const error = lines.find((line) => /^(error|e|err!):?\s/i.test(line));
  return error ?? lines.findLast((line) => line !== "") ?? "it said nothing";
}

function seconds(milliseconds: number): string {
  return `${Math.round(milliseconds / 1000)} s`;
}
