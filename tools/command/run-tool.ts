import type { Command, OptionValues } from "@commander-js/extra-typings";
import { ExpectedError } from "./expected-error.ts";
import { listenForInterruption } from "./interruption.ts";

/** What a tool was called with. */
export interface ToolCall<Arguments extends unknown[], Options extends OptionValues> {
  readonly args: Arguments;
  readonly options: Options;
  /** Aborted when the person or the system stops the tool: then what runs is to end soon. */
  readonly signal: AbortSignal;
}

/** What a person reads when a tool was stopped, and whether that is how it usually ends. */
export interface Stopping {
  readonly whenStopped?: string;
  readonly runsUntilStopped?: boolean;
}

/**
 * Runs a tool with the arguments of this process, then ends the process. Its exit code is 0, or 1 where the tool
 * returns false, fails or is stopped. Of an ExpectedError only the message is printed. `--help` and wrong
 * arguments are answered by the declaration.
 */
export async function runTool<Arguments extends unknown[], Options extends OptionValues>(
  declaration: Command<Arguments, Options>,
  run: (call: ToolCall<Arguments, Options>) => Promise<unknown>,
  { whenStopped = "Stopped; nothing was written.", runsUntilStopped = false }: Stopping = {},
): Promise<never> {
  declaration.parse();
  const signal = listenForInterruption();
  const call = { args: declaration.processedArgs, options: declaration.opts(), signal };
  let isWell = false;
  try {
    isWell = (await run(call)) !== false;
  } catch (error) {
    isWell = signal.aborted && runsUntilStopped;
    if (signal.aborted) console.log(whenStopped);
    else console.error(error instanceof ExpectedError ? error.message : error);
  }
  // Not only an exit code: what was interrupted, such as a download, would go on.
  process.exit(isWell ? 0 : 1);
}
