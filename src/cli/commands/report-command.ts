import { type Command, Option } from "@commander-js/extra-typings";
import { realmsOfFinePermissions, type Survey } from "../../access/survey/survey.ts";
import { accountsAsCsv } from "../../formats/accounts-as-csv.ts";
import { accountsAsJson } from "../../formats/accounts-as-json.ts";
import { escapeInvisible } from "../../formats/escape-invisible.ts";
import { examples } from "../arguments/examples.ts";
import { parseServerAddress } from "../arguments/parse-server-address.ts";
import { jsonOption } from "../arguments/shared-options.ts";
import { CliError } from "../cli-error.ts";
import { exitCodes } from "../exit-codes.ts";
import { accountLine } from "../output/account-line.ts";
import { accountsByDanger } from "../output/accounts-by-danger.ts";
import { printableLines } from "../output/printable-lines.ts";
import { type ServerSurvey, surveyServer } from "../server/survey-server.ts";
import type { CommandContext } from "./command-context.ts";

/** What the client may not see, and where roles aren't all that decides, a line for each realm. */
function linesOfGaps({ surveys, unread }: ServerSurvey): readonly string[] {
  const fine = realmsOfFinePermissions(surveys);
  return [
    ...fine.on.map(
      (realm) =>
        `Realm ${realm}: fine-grained admin permissions are on. They can allow calls that no role allows.`,
    ),
    ...fine.notKnown.map(
      (realm) => `Realm ${realm}: whether fine-grained admin permissions apply is not known.`,
    ),
    ...unread.map((realm) => `Realm ${realm} could not be read.`),
    ...surveys
      .filter(({ gaps }) => gaps.size > 0)
      .map(({ realm, gaps }) => `Realm ${realm}: not all could be seen (${[...gaps].join(", ")}).`),
  ];
}

/** Whether the client that asks may see all that decides. */
const isSeen = ({ gaps, finePermissions }: Survey) =>
  gaps.size === 0 && finePermissions?.kind !== "notKnown";

/**
 * Adds `presets report`, which reads a server with a client's own credentials and prints who holds
 * what. What that client may not see goes to standard error.
 */
export function addReportCommand(program: Command, { host, finish }: CommandContext): void {
  program
    .command("report")
    .description("which programs hold what on a server; CLIENT_SECRET has the client's secret")
    .requiredOption("--server <address>", "base address of the server", parseServerAddress)
    .requiredOption("--client <client-id>", "the client that asks; its service account may look")
    .addOption(new Option("--realm <realm>", "one realm").conflicts("allRealms"))
    .option("--all-realms", "all realms, with a client of master")
    .option("--login-realm <realm>", "the realm of the client that asks, where it is another one")
    .addOption(new Option("--csv", "print CSV").conflicts("json"))
    .addOption(jsonOption())
    .addHelpText(
      "after",
      examples(
        "CLIENT_SECRET=… presets report --server https://kc.example.org --client auditor --realm demo",
        "CLIENT_SECRET=… presets report --server https://kc.example.org --client auditor --all-realms --csv",
      ),
    )
    .action(async ({ server, client, realm, allRealms, loginRealm, csv, json }, command) => {
      if (realm === undefined && allRealms === undefined) {
        command.error("error: specify --realm or --all-realms");
      }
      const clientSecret = host.environment["CLIENT_SECRET"];
      if (clientSecret === undefined) {
        throw new CliError(`The variable CLIENT_SECRET must hold the secret of ${client}.`);
      }
      const login = {
        server,
        loginRealm: loginRealm ?? realm ?? "master",
        clientId: client,
        clientSecret,
      };
      const survey = await surveyServer(login, realm);
      host.writeError(printableLines(linesOfGaps(survey)));
      const accounts = accountsByDanger(survey.surveys);
      const text = json
        ? accountsAsJson(accounts)
        : csv
          ? accountsAsCsv(accounts, escapeInvisible)
          : printableLines(accounts.map(accountLine));
      const isWhole = survey.unread.length === 0 && survey.surveys.every(isSeen);
      finish({ text, exitCode: isWhole ? exitCodes.passed : exitCodes.incomplete });
    });
}
