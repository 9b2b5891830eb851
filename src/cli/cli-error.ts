/** What keeps a command from being carried out, in words for the person who typed it. */
export class CliError extends Error {
  override readonly name = "CliError";
}
