/** What stands below a command's options: how it is used. */
export const examples = (...lines: readonly string[]): string =>
  ["\nExamples:", ...lines.map((line) => `  ${line}`)].join("\n");
