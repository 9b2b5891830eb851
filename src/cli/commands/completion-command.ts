import { Argument, type Command } from "@commander-js/extra-typings";
import { examples } from "../arguments/examples.ts";
import { bashCompletion, zshCompletion } from "../completion/bash-completion.ts";
import { completions } from "../completion/completions.ts";
import { fishCompletion } from "../completion/fish-completion.ts";
import { exitCodes } from "../exit-codes.ts";
import type { CommandContext } from "./command-context.ts";

const shells = ["bash", "zsh", "fish"] as const;

const writers = { bash: bashCompletion, zsh: zshCompletion, fish: fishCompletion };

/**
 * Adds `presets completion`, which prints a completion script for commands, options and presets.
 */
export function addCompletionCommand(program: Command, { finish }: CommandContext): void {
  program
    .command("completion")
    .addArgument(new Argument("<shell>").choices(shells))
    .description("print a completion script for your shell")
    .addHelpText(
      "after",
      examples(
        "source <(presets completion bash)       in ~/.bashrc",
        "source <(presets completion zsh)        in ~/.zshrc",
        "presets completion fish > ~/.config/fish/completions/presets.fish",
      ),
    )
    .action((shell) => {
      finish({ text: writers[shell](completions(program)), exitCode: exitCodes.passed });
    });
}
