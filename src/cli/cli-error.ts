/** The reason why a command fails, for the person who typed it. */
export class CliError extends Error {
  override readonly name = "CliError";
  /**
   * Most errors have one line. A line break within a line is part of a name and is printed escaped.
   */
  readonly lines: readonly string[];

  constructor(...lines: readonly string[]) {
    super(lines.join("\n"));
    this.lines = lines;
  }
}
