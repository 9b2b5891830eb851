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

/** An answer in lines, to be read by people. */
export function linesAnswer(lines: readonly string[], holds = true): Answer {
  return { text: lines.map((line) => `${line}\n`).join(""), holds };
}
