/** What surrounds a run of the command line: where it writes, and the variables that it reads. */
export interface CliHost {
  /** Writes to standard output, which holds nothing but the result of a command. */
  readonly writeOutput: (text: string) => void;
  /** Writes to standard error. */
  readonly writeError: (text: string) => void;
  /** Environment variables by name. */
  readonly environment: Readonly<Record<string, string | undefined>>;
}
