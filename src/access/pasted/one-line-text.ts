/** Stands for the end of a line where a text has to be on one, as in a search field. */
export const lineMark = "↵";

const marks = new RegExp(` ?${lineMark} ?`, "g");

/** What each shell has at the end of a line to continue a command on the next one. */
const continuations = /[\\^`]\n[ \t]*/g;

/** A text with `\n` at the end of each line, and the continued lines of shell commands joined. */
export function joinContinuedLines(text: string): string {
  return text.replace(/\r\n?/g, "\n").replace(continuations, " ");
}

/**
 * Puts a text on one line, for a field that has no more. A mark stands where a line ended, so that
 * commands, and lines of a log, stay apart; none stands where a command continued.
 */
export function toOneLine(text: string): string {
  return joinContinuedLines(text).trim().replaceAll("\n", ` ${lineMark} `);
}

/** A text that {@link toOneLine} put on one line, in its lines. */
export function toLines(text: string): string {
  return text.replace(marks, "\n");
}
