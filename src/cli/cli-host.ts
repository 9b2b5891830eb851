/** The environment of a run of the command line: its inputs and outputs. */
export interface CliHost {
  /** Reads standard input to its end. */
  readonly readInput: () => Promise<Uint8Array>;
  /** Writes to standard output, which contains only the result of a command. */
  readonly writeOutput: (text: string) => void;
  /** Writes to standard error. */
  readonly writeError: (text: string) => void;
  /** Environment variables by name. */
  readonly environment: Readonly<Record<string, string | undefined>>;
}
