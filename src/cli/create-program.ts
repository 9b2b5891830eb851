import { Command } from "@commander-js/extra-typings";
import packageJson from "../../package.json" with { type: "json" };
import { addCheckCommand } from "./commands/check-command.ts";
import type { CommandContext } from "./commands/command-context.ts";
import { addCompletionCommand } from "./commands/completion-command.ts";
import { addExportCommand } from "./commands/export-command.ts";
import { addListCommand } from "./commands/list-command.ts";
import { addReadyCommand } from "./commands/ready-command.ts";
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
  addReadyCommand,
  addCompletionCommand,
];

/** The exit codes, and examples to start with. */
const afterHelp = `
Exit codes:
  0  OK
  1  not allowed: a service account has more access than allowed, no role allows a call, or
     something breaks
  2  the command failed, or the files leave it open
  3  incomplete: the client can't see everything

Examples:
  presets which "POST /users"
  presets export user-lookup --format terraform --client api-client --realm demo
  presets check realm.json --allow user-lookup
  presets <command> --help`;

/** The program with its commands. It throws CommanderError where commander would exit. */
export function createProgram(context: CommandContext): Command {
  const { writeOutput, writeError } = context.host;
  const program = new Command("presets")
    .description("Presets of Keycloak's admin roles for service accounts.")
    .version(packageJson.version)
    .exitOverride()
    .configureOutput({ writeOut: writeOutput, writeErr: writeError })
    .showHelpAfterError("(add --help for more information)")
    .addHelpText("after", afterHelp);
  for (const addCommand of commands) addCommand(program, context);
  return program;
}
