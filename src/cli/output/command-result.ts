/** What a command answers: a text for standard output, and whether what was asked holds. */
export interface Answer {
  readonly text: string;
  /** False makes the program fail with exit code 1. */
  readonly holds: boolean;
}

/** An answer as JSON, to be read by programs. */
export function jsonAnswer(value: unknown, holds = true): Answer {
  return { text: `${JSON.stringify(value, undefined, 2)}\n`, holds };
}

/** Names may hold anything; a line of a log or of a terminal must not be moved or wiped by one. */
const inOneLine = (line: string) =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what terminals obey.
  line.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g, (sign) => {
    return `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`;
  });

/** An answer in lines, to be read by people. */
export function linesAnswer(lines: readonly string[], holds = true): Answer {
  return { text: lines.map((line) => `${inOneLine(line)}\n`).join(""), holds };
}
