import { escapeInvisible } from "../../formats/escape-invisible.ts";

/**
 * Text of one line for each of these. Names may hold anything, and none may move or wipe a line of a log or
 * a terminal: control characters, line breaks and what else is invisible inside a line are escaped.
 */
export function printableLines(lines: readonly string[]): string {
  return lines.map((line) => `${escapeInvisible(line)}\n`).join("");
}
