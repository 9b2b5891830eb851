import type { Command } from "@commander-js/extra-typings";
import { examples } from "../arguments/examples.ts";
import type { CommandContext } from "./command-context.ts";
import { addCustomDeleteCommand } from "./custom-delete-command.ts";
import { addCustomExportCommand } from "./custom-export-command.ts";
import { addCustomImportCommand } from "./custom-import-command.ts";
import { addCustomListCommand } from "./custom-list-command.ts";
import { addCustomRemoveStoreCommand } from "./custom-remove-store-command.ts";
import { addCustomShowCommand } from "./custom-show-command.ts";

/** Adds `presets custom`, whose commands read and write the presets that a realm stores itself. */
export function addCustomCommand(program: Command, context: CommandContext): void {
  const custom = program
    .command("custom")
    .description("presets of your own, which a realm stores: list, show, export, import, delete")
    .addHelpText(
      "after",
      examples(
        "presets custom list --server https://sso.example.org --client keeper --realm shop",
        "presets custom import presets.yaml --server https://sso.example.org --client keeper --realm shop",
      ),
    );
  addCustomListCommand(custom, context);
  addCustomShowCommand(custom, context);
  addCustomExportCommand(custom, context);
  addCustomImportCommand(custom, context);
  addCustomDeleteCommand(custom, context);
  addCustomRemoveStoreCommand(custom, context);
}
