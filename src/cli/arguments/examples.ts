/** The examples below a command's options. */
export const examples = (...lines: readonly string[]): string =>
  ["\nExamples:", ...lines.map((line) => `  ${line}`)].join("\n");
