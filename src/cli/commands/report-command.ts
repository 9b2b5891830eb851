import { type Command, Option } from "@commander-js/extra-typings";
import { toRoleReference } from "../../access/model/snapshot.ts";
import { dayOf } from "../../access/policy/judge-roles.ts";
import { type AccountRow, accountRows } from "../../access/survey/account-rows.ts";
import { realmsOfFinePermissions, type Survey } from "../../access/survey/survey.ts";
import { type DescribeOrigins, describeAccount } from "../../formats/describe-account.ts";
import { originInWords } from "../../formats/describe-origins.ts";
import { printableJson } from "../../formats/printable-json.ts";
import { examples } from "../arguments/examples.ts";
import { parseServerAddress } from "../arguments/parse-server-address.ts";
import { requireRealms } from "../arguments/require-realms.ts";
import { jsonOption, keycloakOption, unknownFieldOption } from "../arguments/shared-options.ts";
import { exitCodes } from "../exit-codes.ts";
import { loadReachOnServer } from "../measured/load-reach.ts";
import { accountLabel } from "../output/account-label.ts";
import { accountLine } from "../output/account-line.ts";
import { rowsByDanger } from "../output/accounts-by-danger.ts";
import { printableLines } from "../output/printable-lines.ts";
import { isAccountHidden, reportAsCsv, reportEntries } from "../output/report-entries.ts";
import { violationLine } from "../output/violation-line.ts";
import { type Drift, findDrift } from "../policy/find-drift.ts";
import { findViolations } from "../policy/find-violations.ts";
import { limitsOf, ruleEndLine, unusedNames } from "../policy/limits.ts";
import { readReference } from "../policy/read-reference.ts";
import { refuseUnknownFields } from "../realm-file/parse-realm-exports.ts";
import { originsOnServer } from "../server/origins-on-server.ts";
import { secretInEnvironment } from "../server/secret-in-environment.ts";
import { type ServerSurvey, surveyServer } from "../server/survey-server.ts";
import type { CommandContext } from "./command-context.ts";

/**
 * What the client can't see, and where fine-grained permissions may apply, one line for each realm.
 */
function linesOfGaps(
  { surveys: asked, unread }: ServerSurvey,
  accounts: readonly AccountRow[],
): readonly string[] {
  const surveys = asked.map(({ survey }) => survey);
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
      .map(
        ({ realm, gaps }) =>
          `Realm ${realm}: some data couldn't be seen (${[...gaps].join(", ")}).`,
      ),
    ...accounts
      .filter((row) => isAccountHidden(row) && row.administers === row.realm)
      .map(
        ({ realm, clientId }) =>
          `Realm ${realm}: the roles of ${clientId} are not known. No user has the usual name, and requesting its user could create one.`,
      ),
  ];
}

/** Roles of an account that were to end and are still assigned, in one line for each end. */
const notEndedLines = (row: AccountRow) =>
  (row.ends ?? [])
    .filter(({ state }) => state === "stillAssigned")
    .map(({ at, roles }) => {
      const names = roles.map((key) => toRoleReference(key).name).join(", ");
      const day = dayOf(new Date(at));
      return `ENDED, STILL ASSIGNED  ${accountLabel(row, " ")}: since ${day}: ${names}`;
    });

/** Drift in one line for each account. */
const driftLines = (drift: readonly Drift[]) =>
  drift.flatMap(({ account, more, less }) => {
    const label = accountLabel(account, " ");
    return [
      ...(more.length === 0 ? [] : [`DRIFT  ${label}: more than in the file: ${more.join(", ")}`]),
      ...(less.length === 0 ? [] : [`DRIFT  ${label}: less than in the file: ${less.join(", ")}`]),
    ];
  });

/** Who assigned the roles of accounts, one line for each role or group. */
const originLines = (accounts: readonly AccountRow[], originsOf: DescribeOrigins = () => []) =>
  accounts.flatMap((row) =>
    (originsOf(row) ?? []).map(
      (origin) => `ORIGIN  ${accountLabel(row, " ")}: ${originInWords(origin)}`,
    ),
  );

/** That the review of an account's access is overdue, and whose it is. */
function overdueLine(row: AccountRow): string {
  const { owner, reviewDate } = describeAccount(row);
  const whose = owner === null ? "no owner" : `owner ${owner}`;
  return `REVIEW OVERDUE  ${accountLabel(row, " ")}: since ${reviewDate}, ${whose}`;
}

/**
 * Adds `presets report`, which reads a server with a client's own credentials and prints the access
 * of each service account, where it exceeds a policy, and where it differs from realm files.
 * Standard error gets what the client can't see.
 */
export function addReportCommand(program: Command, { host, finish }: CommandContext): void {
  program
    .command("report")
    .description(
      "report the access of the service accounts on a server; CLIENT_SECRET has the client's secret",
    )
    .requiredOption("--server <address>", "base address of the server", parseServerAddress)
    .requiredOption(
      "--client <client-id>",
      "the client to sign in with; its service account needs view roles",
    )
    .addOption(new Option("--realm <realm>", "one realm").conflicts("allRealms"))
    .option("--all-realms", "all realms, with a client of master")
    .option("--login-realm <realm>", "the realm of the client that signs in, if different one")
    .option("--policy <file>", "a policy file: fail if a client has more than it allows")
    .addOption(
      new Option("--against <file>", "a policy or realm file: fail if the server differs from it")
        .argParser((text, all: readonly string[]) => [...all, text])
        .default([], "nothing"),
    )
    .option("--origin", "say who assigned the roles, and when, as the admin events tell")
    .addOption(unknownFieldOption())
    .addOption(new Option("--csv", "print CSV").conflicts("json"))
    .addOption(keycloakOption())
    .addOption(jsonOption())
    .addHelpText(
      "after",
      examples(
        "CLIENT_SECRET=… presets report --server https://kc.example.org --client auditor --realm demo",
        "CLIENT_SECRET=… presets report --server https://kc.example.org --client auditor --all-realms --csv",
      ),
    )
    .action(async (options, command) => {
      const { server, client, realm, allRealms, loginRealm, csv, json, keycloak } = options;
      requireRealms(command, realm, allRealms);
      const login = {
        server,
        loginRealm: loginRealm ?? realm ?? "master",
        clientId: client,
        clientSecret: secretInEnvironment(client, host),
      };
      const today = dayOf(new Date());
      const reference = await readReference(options.policy, options.against, host.readInput);
      const file = reference.policy;
      const { allowUnknownField } = options;
      const limits = limitsOf(file, { allow: [], accept: [], allowUnknownField }, today);
      refuseUnknownFields(reference.realms, limits.unknownFields);
      const survey = await surveyServer(login, realm);
      const surveyed = survey.surveys.map((it) => it.survey);
      const origins = options.origin ? await originsOnServer(login, survey.surveys) : undefined;
      const accounts = rowsByDanger(
        survey.surveys.flatMap((it) =>
          accountRows({ ...it.survey, version: keycloak }, it.details),
        ),
      );
      const measured = await loadReachOnServer(keycloak, surveyed);
      const clients = [...clientsIn(surveyed), ...accounts];
      const realms = surveyed.map((it) => it.realm);
      host.writeError(
        printableLines([
          ...linesOfGaps(survey, accounts),
          ...(origins?.gaps ?? []),
          ...limits.warnings,
          ...(file === undefined ? [] : unusedNames(file, realms, clients)),
        ]),
      );
      const { policy, ended } = limits;
      const violations = policy && findViolations(accounts, policy, today);
      const drift =
        reference.realms.length === 0
          ? undefined
          : findDrift({ accounts, surveyed, unread: survey.unread }, reference.realms);
      const overdueLines = accounts
        .filter((row) => row.held.length > 0 && describeAccount(row).review === "overdue")
        .map((row) => overdueLine(row));
      const endedLines = ended.map((rule) => `ENDED  ${ruleEndLine(rule)}`);
      const notEnded = accounts.flatMap(notEndedLines);
      const originsOf = origins?.originsOf;
      const entries = reportEntries({ survey, accounts, measured, originsOf, violations, drift });
      const text = json
        ? printableJson(entries)
        : csv
          ? reportAsCsv(entries)
          : printableLines([
              ...accounts.map((row) => accountLine(row, measured)),
              ...originLines(accounts, originsOf),
              ...endedLines,
              ...notEnded,
              ...overdueLines,
              ...(violations ?? []).map((violation) => `NOT ALLOWED  ${violationLine(violation)}`),
              ...driftLines(drift ?? []),
            ]);
      const failing = [...endedLines, ...notEnded, ...overdueLines];
      if (json || csv) host.writeError(printableLines(failing));
      const isRefused = [failing, violations ?? [], drift ?? []].some(({ length }) => length > 0);
      const isWhole =
        entries.every(({ notSeen }) => notSeen.length === 0) && origins?.isWhole !== false;
      const { passed, notPassed, incomplete } = exitCodes;
      finish({ text, exitCode: isRefused ? notPassed : isWhole ? passed : incomplete });
    });
}

const clientsIn = (surveys: readonly Survey[]) =>
  surveys.flatMap(({ realm, clients }) =>
    [...clients.values()].map(({ clientId }) => ({ realm, clientId })),
  );
