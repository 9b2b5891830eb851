import { lineMark } from "./in-lines.ts";

/** What each shell has at the end of a line behind which the command goes on; `parseCalls` knows the same. */
const continued = /[\\^`]\n[ \t]*/g;

/**
 * Puts a text on one line, for a field that has no more. A mark stands where a line ended, so that
 * commands, and lines of a log, stay apart; none does where a command went on.
 */
export function onOneLine(text: string): string {
  const lines = text.replace(/\r\n?/g, "\n").replace(continued, " ").trim();
  return lines.replaceAll("\n", ` ${lineMark} `);
}
