/** Why a command can't be carried out, in words for the person who typed it. */
export class CliError extends Error {
  override readonly name = "CliError";
  /** Most errors have one line. A line break inside a line is part of a name, and is printed escaped. */
  readonly lines: readonly string[];

  constructor(...lines: readonly string[]) {
    super(lines.join("\n"));
    this.lines = lines;
  }
}
