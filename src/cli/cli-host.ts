/** What surrounds a run of the command line: what it reads and where it writes. */
export interface CliHost {
  /** Reads standard input to its end. */
  readonly readInput: () => Promise<Uint8Array>;
  /** Writes to standard output, which holds nothing but the result of a command. */
  readonly writeOutput: (text: string) => void;
  /** Writes to standard error. */
  readonly writeError: (text: string) => void;
  /** Environment variables by name. */
  readonly environment: Readonly<Record<string, string | undefined>>;
}
