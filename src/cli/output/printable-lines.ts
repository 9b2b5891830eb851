import { escapeInvisible } from "../../formats/escape-invisible.ts";

/**
 * Makes each text one printable line. Names can contain anything, and must not be able to move or
 * erase a line of a log or a terminal: control characters, line breaks and other invisible
 * characters are escaped.
 */
export function printableLines(lines: readonly string[]): string {
  return lines.map((line) => `${escapeInvisible(line)}\n`).join("");
}
