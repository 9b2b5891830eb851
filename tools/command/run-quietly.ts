import { execa } from "execa";

/** How a program is run whose output nobody needs to see. */
export interface QuietRun {
  /** How long it may take as a whole, in milliseconds. */
  readonly whole?: number;
  /** How long it may print nothing, in milliseconds. */
  readonly silence?: number;
  /** Its folder, unless ours. */
  readonly folder?: string;
  /** Variables of its environment, beside ours. */
  readonly env?: Readonly<Record<string, string>>;
  /** Called every five seconds with the seconds since its start, and with what it printed last. */
  readonly onProgress?: (seconds: number, lastOutput: string) => void;
}

/**
 * Runs a program without showing its output. It ends with our process at the latest.
 *
 * @returns `undefined` when it succeeded, else a few words why not
 */
export async function runQuietly(
  [program, ...programArguments]: readonly [string, ...string[]],
  { whole = 0, silence = 0, folder, env = {}, onProgress }: QuietRun,
): Promise<string | undefined> {
  const child = execa(program, programArguments, {
    ...(folder === undefined ? {} : { cwd: folder }),
    ...{ env, stdin: "ignore", all: true, reject: false, timeout: whole },
  });
  const startedAt = Date.now();
  let isTooQuiet = false;
  let lastOutput = "";
  const quiet = setTimeout(
    () => {
      isTooQuiet = silence > 0;
      if (isTooQuiet) child.kill();
    },
    silence || 2 ** 31 - 1,
  );
  child.all.on("data", (chunk: Buffer) => {
    quiet.refresh();
    lastOutput = String(chunk);
  });
  const progress = setInterval(
    () => onProgress?.(Math.round((Date.now() - startedAt) / 1000), lastOutput),
    5_000,
  );
  const { failed, timedOut, exitCode, code, all } = await child;
  clearTimeout(quiet);
  clearInterval(progress);
  if (!failed) return undefined;
  if (isTooQuiet) return `no sign of life in ${silence / 1000} s`;
  if (timedOut) return `not done in ${whole / 1000} s`;
  if (code === "ENOENT") return `there is no program ${program} in PATH`;
  return errorIn(all) ?? `it ended with exit code ${exitCode}`;
}

/** The first line that names an error, as npm, Maven, Playwright and apt write it, else the last line. */
function errorIn(output: string): string | undefined {
  const lines = output.split(/[\r\n]+/).map((line) => line.trim());
  const mark = /^(npm )?\[?(error|e|err!)\]?:?\s+/i;
  const line = lines.find((it) => mark.test(it)) ?? lines.findLast((it) => it !== "");
  return line?.replace(mark, "").slice(0, 300);
}
