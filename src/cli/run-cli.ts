import { readFile } from "node:fs/promises";
import { Command, CommanderError, InvalidArgumentError, Option } from "commander";
import packageJson from "../../package.json" with { type: "json" };
import { presetsFor } from "../catalog/presets/presets-for.ts";
import type { OrganizationProvider } from "../catalog/server/organization-provider.ts";
import { choosePresets, providers } from "./arguments/find-preset.ts";
import { CliError } from "./cli-error.ts";
import { type Allowance, checkRealm, parseAllowance } from "./commands/check-command.ts";
import { type ExportTarget, exportPresets, formatIds } from "./commands/export-command.ts";
import { listPresets } from "./commands/list-command.ts";
import { reportAccounts } from "./commands/report-command.ts";
import { showPreset } from "./commands/show-command.ts";
import { whichPresets } from "./commands/which-command.ts";
import { loadMatrix } from "./measured/load-matrix.ts";
import { type Answer, linesAnswer } from "./output/command-result.ts";
import { parseRealmExport } from "./realm-file/realm-export.ts";

/** What a program is run with. */
export interface CliHost {
  readonly print: (text: string) => void;
  readonly printError: (text: string) => void;
  readonly variables: Readonly<Record<string, string | undefined>>;
}

interface Shared {
  readonly json?: boolean;
  readonly organizations: OrganizationProvider;
  readonly keycloak?: string;
}

const failure = 2;

/** What is no error of the person's or the server's is told with all that helps to find it. */
const unexpected = (thrown: unknown) => {
  const told = thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
  return ["presets has failed unexpectedly:", ...told.split("\n")];
};

/**
 * Runs the command line.
 *
 * @param words the arguments behind the program's name
 * @returns the exit code: 0, 1 where what was asked does not hold, 2 where it could not be done
 */
export async function runCli(words: readonly string[], host: CliHost): Promise<number> {
  let answer: Answer = { text: "", holds: true };
  const program = createProgram(host, (given) => {
    answer = given;
  });
  try {
    await program.parseAsync(words, { from: "user" });
  } catch (thrown) {
    if (thrown instanceof CommanderError) return thrown.exitCode === 0 ? 0 : failure;
    const lines = thrown instanceof CliError ? thrown.lines : unexpected(thrown);
    host.printError(linesAnswer(lines).text);
    return failure;
  }
  host.print(answer.text);
  return answer.holds ? 0 : 1;
}

const json = () => new Option("--json", "print JSON");
const organizations = () =>
  new Option("--organizations <provider>", "whose roles for organizations the server has")
    .choices(providers)
    .default("native");
const keycloak = () => new Option("--keycloak <minor>", "the measured minor, such as 26.7");

function createProgram(host: CliHost, answer: (given: Answer) => void): Command {
  const program = new Command("presets")
    .description("Presets of Keycloak's admin roles for service accounts.")
    .version(packageJson.version)
    .exitOverride()
    .configureOutput({ writeOut: host.print, writeErr: host.printError })
    .addHelpText(
      "after",
      "\nExit codes: 0, 1 where what was asked does not hold, 2 where it could not be done.",
    );

  program
    .command("list")
    .description("all presets with their risk and roles")
    .addOption(organizations())
    .addOption(json())
    .action((options: Shared) => answer(listPresets(options.organizations, options.json === true)));

  program
    .command("show <preset>")
    .description("what a preset is for, what it allows, and its worst consequences")
    .addOption(organizations())
    .addOption(keycloak())
    .addOption(json())
    .action(async (id: string, options: Shared) => {
      const matrix = await loadMatrix(options.keycloak, options.organizations);
      for (const preset of choosePresets([id], options.organizations)) {
        answer(showPreset(preset, matrix, options.json === true));
      }
    });

  program
    .command("export <presets...>")
    .description("presets for a client's service account, in a format to be kept as code")
    .addOption(new Option("--format <format>").choices(formatIds).makeOptionMandatory())
    .requiredOption("--client <client-id>", "the client that gets the roles")
    .requiredOption("--realm <realm>", "the client's realm")
    .option("--administers <realm>", "for clients of master: the realm to be administered")
    .option("--scoped", "the client's Full scope allowed is off")
    .option(
      "--server <address>",
      "base address of the server",
      parseAddress,
      "http://localhost:8080",
    )
    .addOption(organizations())
    .action((ids: readonly string[], options: Shared & ExportTarget) =>
      answer(exportPresets(choosePresets(ids, options.organizations), options)),
    );

  program
    .command("which <question...>")
    .description('which presets and roles a call needs: "POST /users", a curl line, or words')
    .addOption(organizations())
    .addOption(keycloak())
    .addOption(json())
    .action(async (question: readonly string[], options: Shared) => {
      const matrix = await loadMatrix(options.keycloak, options.organizations);
      const presets = presetsFor(options.organizations);
      answer(whichPresets(question.join(" "), matrix, presets, options.json === true));
    });

  program
    .command("check <files...>")
    .description("which programs of exported realms hold what, and whether that is allowed")
    .addOption(
      new Option("--allow <allowance>", '"preset,…" for all, "client=preset,…" for one, "none"')
        .argParser((text, all: readonly Allowance[]) => [...all, parseAllowance(text)])
        .default([], "everything"),
    )
    .addOption(json())
    .action(async (files: readonly string[], options: Shared & { allow: readonly Allowance[] }) => {
      const exports = await Promise.all(
        files.map(async (file) => parseRealmExport(await readText(file), file)),
      );
      answer(checkRealm(exports.flat(), options.allow, options.json === true));
    });

  program
    .command("report")
    .description("which programs hold what on a server; CLIENT_SECRET has the client's secret")
    .requiredOption("--server <address>", "base address of the server", parseAddress)
    .requiredOption("--client <client-id>", "the client that asks; its service account may look")
    .addOption(new Option("--realm <realm>", "one realm").conflicts("allRealms"))
    .option("--all-realms", "all realms, with a client of master")
    .option("--login-realm <realm>", "the realm of the client that asks, where it is another one")
    .addOption(new Option("--csv", "print CSV").conflicts("json"))
    .addOption(json())
    .action(async (options: ReportArguments) => {
      const { server, client, realm, allRealms = false, loginRealm } = options;
      const clientSecret = host.variables["CLIENT_SECRET"];
      if (realm === undefined && !allRealms) throw new CliError("Say --realm or --all-realms.");
      if (clientSecret === undefined) {
        throw new CliError(`The variable CLIENT_SECRET must hold the secret of ${client}.`);
      }
      answer(
        await reportAccounts({
          server,
          realm,
          loginRealm: loginRealm ?? realm ?? "master",
          clientId: client,
          clientSecret,
          format: options.json === true ? "json" : options.csv === true ? "csv" : "lines",
          onGap: (line) => host.printError(linesAnswer([line]).text),
        }),
      );
    });

  return program;
}

interface ReportArguments extends Partial<Shared> {
  readonly server: string;
  readonly client: string;
  readonly realm?: string;
  readonly allRealms?: boolean;
  readonly loginRealm?: string;
  readonly csv?: boolean;
}

function parseAddress(text: string): string {
  if (!URL.canParse(text)) throw new InvalidArgumentError("That is no address.");
  // "localhost:8080" is one too, of the protocol "localhost".
  if (!["http:", "https:"].includes(new URL(text).protocol)) {
    throw new InvalidArgumentError("It must begin with https:// or http://.");
  }
  return text.replace(/\/+$/, "");
}

async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, "utf8");
  } catch (thrown) {
    const reason = thrown instanceof Error ? thrown.message : String(thrown);
    throw new CliError(`${file} could not be read: ${reason}`);
  }
}
