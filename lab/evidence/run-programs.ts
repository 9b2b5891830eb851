import { rm } from "node:fs/promises";
import { execa } from "execa";
import { versionVariable } from "../../test/e2e/servers/tested-version.ts";
import { endGroup } from "./end-group.ts";
import type { ProgramCall } from "./suite.ts";

/** How the programs of a suite are run. */
export interface ProgramsRun {
  /** Where they run, and find the programs of `node_modules`. */
  readonly folder: string;
  /** The folder for their temporary files. */
  readonly temporary: string;
  /** The file that gets their output. */
  readonly log: string;
  /** Whether their output goes to the log alone, and not to the terminal too. */
  readonly isSilent?: boolean;
  /** Ends the running one, as Ctrl-C does, when it is aborted. */
  readonly signal: AbortSignal;
}

const isWindows = process.platform === "win32";

/**
 * Runs programs one after the other, until one fails.
 *
 * @returns the exit code of the last that ran; `undefined` where it was stopped, so that it says nothing
 */
export async function runPrograms(
  programs: readonly ProgramCall[],
  { folder, temporary, log, isSilent = false, signal }: ProgramsRun,
): Promise<number | undefined> {
  await rm(log, { force: true });
  const toLog = { file: log, append: true };
  const output = isSilent ? toLog : (["inherit", toLog] as const);
  for (const [program, ...programArguments] of programs) {
    signal.throwIfAborted();
    const running = execa(program, programArguments, {
      cwd: folder,
      env: {
        ...{ TMPDIR: temporary, TEMP: temporary, TMP: temporary },
        // Of a person who tests on another version in this terminal.
        [versionVariable]: undefined,
      },
      ...{ preferLocal: true, localDir: folder },
      ...{ stdin: "ignore", stdout: output, stderr: output, buffer: false, reject: false },
      // A group of its own: one signal reaches all of it, once. vitest ends without its workers otherwise.
      detached: !isWindows,
    });
    const { pid } = running;
    let stopping: Promise<unknown> | undefined;
    const stop = () => {
      stopping = isWindows || pid === undefined ? running : endGroup(pid);
      if (isWindows) running.kill();
    };
    signal.addEventListener("abort", stop, { once: true });
    const { failed, exitCode, isTerminated, originalMessage } = await running;
    signal.removeEventListener("abort", stop);
    await stopping;
    if (isTerminated || signal.aborted) return undefined;
    if (originalMessage) console.error(originalMessage);
    // A program that isn't there has none.
    if (failed) return exitCode ?? 127;
  }
  return 0;
}
