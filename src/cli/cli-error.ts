/** What keeps a command from being carried out, in words for the person who typed it. */
export class CliError extends Error {
  override readonly name = "CliError";
  /** Most have one line; names in it may hold line breaks too, which are not meant as such. */
  readonly lines: readonly string[];

  constructor(...lines: readonly string[]) {
    super(lines.join("\n"));
    this.lines = lines;
  }
}
