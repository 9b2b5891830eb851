/** Names may hold anything; none may move or wipe a line of a log or a terminal. */
const escapeControlCharacters = (line: string) =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what terminals obey.
  line.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g, (sign) => {
    return `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`;
  });

/** Text of one line for each of these, with control characters and line breaks inside a line escaped. */
export function printableLines(lines: readonly string[]): string {
  return lines.map((line) => `${escapeControlCharacters(line)}\n`).join("");
}
