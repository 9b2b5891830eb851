import type { CommandToComplete } from "./completions.ts";

/** Quotes text for fish, where only these two characters are special within single quotes. */
const quote = (text: string) => `'${text.replace(/[\\']/g, "\\$&")}'`;

/** The completions of one command. */
function linesOf({ name, options, values, takesFiles }: CommandToComplete): readonly string[] {
  const behind = `complete -c presets -n ${quote(`__fish_seen_subcommand_from ${name}`)}`;
  return [
    ...(takesFiles ? [`${behind} -F`] : []),
    ...(values.length === 0 ? [] : [`${behind} -a ${quote(values.join(" "))}`]),
    ...options.map(({ flag, description, takesValue, values: ofOption }) =>
      [
        behind,
        `-l ${flag.replace(/^--/, "")}`,
        ...(takesValue
          ? [ofOption === undefined ? "-r" : `-x -a ${quote(ofOption.join(" "))}`]
          : []),
        `-d ${quote(description)}`,
      ].join(" "),
    ),
  ];
}

/** A script that completes `presets` in fish. */
export function fishCompletion(commands: readonly CommandToComplete[]): string {
  return `${[
    "complete -c presets -f",
    ...commands.map(
      ({ name, description }) =>
        `complete -c presets -n __fish_use_subcommand -a ${name} -d ${quote(description)}`,
    ),
    ...commands.flatMap(linesOf),
  ].join("\n")}\n`;
}
