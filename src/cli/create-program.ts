import { Command } from "@commander-js/extra-typings";
import packageJson from "../../package.json" with { type: "json" };
import { addCheckCommand } from "./commands/check-command.ts";
import type { CommandContext } from "./commands/command-context.ts";
import { addExportCommand } from "./commands/export-command.ts";
import { addListCommand } from "./commands/list-command.ts";
import { addReportCommand } from "./commands/report-command.ts";
import { addShowCommand } from "./commands/show-command.ts";
import { addWhichCommand } from "./commands/which-command.ts";

/** All commands, in the order in which the help lists them. */
const commands = [
  addListCommand,
  addShowCommand,
  addExportCommand,
  addWhichCommand,
  addCheckCommand,
  addReportCommand,
];

/** The program with its commands. It throws CommanderError where commander alone would exit. */
export function createProgram(context: CommandContext): Command {
  const { writeOutput, writeError } = context.host;
  const program = new Command("presets")
    .description("Presets of Keycloak's admin roles for service accounts.")
    .version(packageJson.version)
    .exitOverride()
    .configureOutput({ writeOut: writeOutput, writeErr: writeError })
    .addHelpText(
      "after",
      "\nExit codes: 0 fine, 1 what was asked does not hold, 2 it could not be done or can't be told, 3 not all could be seen.",
    );
  for (const addCommand of commands) addCommand(program, context);
  return program;
}
