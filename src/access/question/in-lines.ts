/** Stands for the end of a line where a text has to be on one, as in a search field. */
export const lineMark = "↵";

const marks = new RegExp(` ?${lineMark} ?`, "g");

/** A text that `onOneLine` put on one line, in its lines. */
export function inLines(text: string): string {
  return text.replace(marks, "\n");
}
