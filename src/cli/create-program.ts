import { Command } from "@commander-js/extra-typings";
import { version } from "../../package.json";
import { minorOf } from "../catalog/server/minor-of.ts";
import { addAdviseCommand } from "./commands/advise-command.ts";
import { addCheckCommand } from "./commands/check-command.ts";
import type { CommandContext } from "./commands/command-context.ts";
import { addCompletionCommand } from "./commands/completion-command.ts";
import { addCustomCommand } from "./commands/custom-command.ts";
import { addDoctorCommand } from "./commands/doctor-command.ts";
import { addExportCommand } from "./commands/export-command.ts";
import { addListCommand } from "./commands/list-command.ts";
import { addReadyCommand } from "./commands/ready-command.ts";
import { addRecordCommand } from "./commands/record-command.ts";
import { addReportCommand } from "./commands/report-command.ts";
import { addShowCommand } from "./commands/show-command.ts";
import { addWhichCommand } from "./commands/which-command.ts";
import { measuredMinorFor } from "./measured/load-matrix.ts";

/** All commands, in the order in which the help lists them. */
const commands = [
  addListCommand,
  addShowCommand,
  addExportCommand,
  addWhichCommand,
  addCheckCommand,
  addReportCommand,
  addAdviseCommand,
  addRecordCommand,
  addCustomCommand,
  addDoctorCommand,
  addReadyCommand,
  addCompletionCommand,
];

/** The exit codes, and examples to start with. */
const afterHelp = `
Exit codes:
  0  OK
  1  not allowed: a service account has more access than allowed, no role allows a call, doctor
     found a problem, something breaks, a record and the server differ, or a preset of a realm is
     broken or suspicious
  2  the command failed, or the files leave it open
  3  incomplete: the client can't see everything, or not everything was recognized

Examples:
  presets which "POST /users"
  presets export user-lookup --format terraform --client api-client --realm demo
  presets check realm.json --allow user-lookup
  presets <command> --help`;

/** Says that a version wasn't measured, where that is so. */
function unmeasuredNote(version: string): string {
  const measured = measuredMinorFor(version);
  return measured === minorOf(version)
    ? ""
    : `Keycloak ${minorOf(version)} wasn't measured: the calls are those of Keycloak ${measured}.\n`;
}

/** The program with its commands. It throws CommanderError where commander would exit. */
export function createProgram(context: CommandContext): Command {
  const { writeOutput, writeError } = context.host;
  const program = new Command("presets")
    .description("Presets of Keycloak's admin roles for service accounts.")
    .version(version)
    .exitOverride()
    .configureOutput({ writeOut: writeOutput, writeErr: writeError })
    .showHelpAfterError("(add --help for more information)")
    .addHelpText("after", afterHelp);
  for (const addCommand of commands) addCommand(program, context);
  program.hook("preAction", (_, command) => {
    const { keycloak }: { readonly keycloak?: unknown } = command.opts();
    // An export has no measured calls.
    const isMeasured = command.name() !== "export";
    if (isMeasured && typeof keycloak === "string") writeError(unmeasuredNote(keycloak));
  });
  return program;
}
