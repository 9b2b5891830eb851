import { execa } from "execa";
import { root } from "./root.ts";

/** A program of `node_modules`, with its arguments. */
export interface Program {
  readonly name: string;
  readonly arguments?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Ends a program that hangs, so that a run always comes to its last line. */
  readonly limitInMinutes: number;
  /** Where it runs, unless in the project's folder. */
  readonly folder?: string;
  /** Whether its output is thrown away. */
  readonly isSilent?: boolean;
  /** Ends it when it is aborted. */
  readonly signal?: AbortSignal;
}

/**
 * Runs a program of `node_modules` with its output in the terminal, unless it is silent, and nothing
 * to read from. Resolves when it has ended.
 *
 * @returns whether it ended well
 */
export async function runProgram(program: Program): Promise<boolean> {
  const { name, limitInMinutes, signal } = program;
  const { failed, timedOut, originalMessage } = await execa(name, program.arguments ?? [], {
    cwd: program.folder ?? root,
    env: program.env ?? {},
    preferLocal: true,
    localDir: root,
    stdio: program.isSilent ? "ignore" : ["ignore", "inherit", "inherit"],
    reject: false,
    timeout: limitInMinutes * 60_000,
    // Playwright stops its servers on SIGINT; what ignores that is ended for good.
    killSignal: "SIGINT",
    forceKillAfterDelay: 10_000,
    ...(signal === undefined ? {} : { cancelSignal: signal }),
  });
  if (timedOut) console.error(`${name} was stopped after ${limitInMinutes} minutes.`);
  else if (originalMessage) console.error(originalMessage);
  return !failed;
}
