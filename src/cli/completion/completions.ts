import type { Command } from "@commander-js/extra-typings";
import { presetsForProvider } from "../../catalog/presets/presets-for-provider.ts";

/** An option with its possible values; undefined if it accepts any value. */
export interface OptionToComplete {
  readonly flag: string;
  readonly description: string;
  readonly takesValue: boolean;
  readonly values: readonly string[] | undefined;
}

/** A command with its options and arguments. */
export interface CommandToComplete {
  readonly name: string;
  readonly description: string;
  readonly options: readonly OptionToComplete[];
  /** Its possible arguments, if they are known. */
  readonly values: readonly string[];
  /** Whether its arguments are files. */
  readonly takesFiles: boolean;
}

const presetIds = () => [
  ...new Set(
    (["native", "phaseTwo"] as const).flatMap((provider) =>
      presetsForProvider(provider).map(({ id }) => id),
    ),
  ),
];

/** The options of a command and of the commands below it, each once. */
const optionsOf = (command: Command["commands"][number]) => {
  const all = [command, ...command.commands].flatMap(({ options }) => options);
  return [...new Map(all.map((option) => [option.long, option])).values()];
};

/** What shells can complete after `presets`, derived from the commands. */
export function completions(program: Pick<Command, "commands">): readonly CommandToComplete[] {
  return program.commands.map((command) => {
    const names = command.registeredArguments.map((it) => it.name());
    const values = [
      ...command.commands.map((it) => it.name()),
      ...command.registeredArguments.flatMap((it) => it.argChoices ?? []),
    ];
    const takesPresets = names.some((name) => name === "preset" || name === "presets");
    return {
      name: command.name(),
      description: command.description(),
      options: optionsOf(command).flatMap(({ long, description, required, argChoices }) =>
        long === undefined || long === null
          ? []
          : [{ flag: long, description, takesValue: required, values: argChoices }],
      ),
      values: takesPresets ? presetIds() : values,
      takesFiles: names.includes("files"),
    };
  });
}
