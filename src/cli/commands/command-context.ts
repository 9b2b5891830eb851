import type { CliHost } from "../cli-host.ts";
import type { CommandResult } from "../output/command-result.ts";

/** What a command gets in addition to its arguments. */
export interface CommandContext {
  readonly host: CliHost;
  /** Takes the result of the command, which is printed when the command has ended. */
  readonly finish: (result: CommandResult) => void;
}
