import { escapeInvisible } from "./escape-invisible.ts";

/** A value as JSON of several lines, in which invisible characters are escaped. */
export function printableJson(value: unknown): string {
  const text = JSON.stringify(value, undefined, 2);
  // A line break that stands in the text as it is belongs to the layout, not to a string.
  return `${text
    .split("\n")
    .map((line) => escapeInvisible(line))
    .join("\n")}\n`;
}
