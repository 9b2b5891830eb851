import { type Command, Option } from "@commander-js/extra-typings";
import { dayOf } from "../../access/policy/judge-roles.ts";
import { examples } from "../arguments/examples.ts";
import {
  checkFormatOption,
  jsonOption,
  keycloakOption,
  organizationsOption,
  unknownFieldOption,
} from "../arguments/shared-options.ts";
import { CliError } from "../cli-error.ts";
import { exitCodes } from "../exit-codes.ts";
import { loadReach } from "../measured/load-reach.ts";
import { accountsByDanger } from "../output/accounts-by-danger.ts";
import { renderCheck } from "../output/check/render-check.ts";
import { checkExplained } from "../output/check-explained.ts";
import { collectFindings } from "../output/collect-findings.ts";
import { linesResult } from "../output/command-result.ts";
import { printableLines } from "../output/printable-lines.ts";
import { judgeFindings } from "../policy/judge-findings.ts";
import { limitsOf, readPolicy, unusedNames } from "../policy/limits.ts";
import {
  parseAcceptance,
  parseAllowance,
  refuseUnknownNames,
  type TypedRule,
} from "../policy/rule-options.ts";
import { writePolicy } from "../policy/write-policy.ts";
import { type ParsedExport, refuseUnknownFields } from "../realm-file/parse-realm-exports.ts";
import { powersBesideRoles } from "../realm-file/powers-beside-roles.ts";
import { readRealmFiles } from "../realm-file/read-realm-files.ts";
import { realmsInFiles, surveysOf } from "../realm-file/realms-in-files.ts";
import { passedOverLines } from "../source/passed-over-lines.ts";
import type { CommandContext } from "./command-context.ts";

/** @throws CliError where there is no service account to check */
function refuseNothing(parts: readonly ParsedExport[]): void {
  const files = [...new Set(parts.map(({ content }) => content.source.file))].join(", ");
  const hasClients = parts.some(({ exported }) => exported.clients.length > 0);
  throw new CliError(
    hasClients
      ? `Nothing to check: no client in ${files} has a service account.`
      : `Nothing to check: ${files} has no clients. Export the realm with its clients.`,
    "Pass --allow-empty to allow this.",
  );
}

/**
 * Adds `presets check`, which reads realm files and prints the access of each service account. With
 * allowances, it passes only if no service account has more. Anything that the files leave open
 * fails unless it is accepted.
 */
export function addCheckCommand(program: Command, { host, finish }: CommandContext): void {
  program
    .command("check")
    .argument(
      "[files...]",
      "realm files as JSON or YAML, gzipped or not, and folders of them; - reads standard input",
    )
    .description("show the access of the service accounts in realm files, and check it")
    .addOption(
      new Option(
        "--allow <allowance>",
        '"preset,…" for all, "client=preset,…" or "realm/client=preset,…" for one, "realm/*=…", "none"',
      )
        .argParser((text, all: readonly TypedRule[]) => [...all, parseAllowance(text)])
        .default([], "everything"),
    )
    .addOption(
      new Option(
        "--accept <powers>",
        '"act-as-user,…" for all, "client=permissions,…" for one: accept findings beside roles',
      )
        .argParser((text, all: readonly TypedRule[]) => [...all, parseAcceptance(text)])
        .default([], "nothing"),
    )
    .option("--policy <file>", "a policy file: what is allowed, why, and until when")
    .option("--baseline <file>", "output of an earlier check --json: only what is new fails")
    .option("--write-policy", "print a policy file that allows what is held now")
    .addOption(unknownFieldOption())
    .option("--allow-empty", "pass where there is no service account to check")
    .option("--env-file <file>", "NAME=value lines for the placeholders of the files")
    .option("--explain", "say what is checked and what is not, and read no file")
    .addOption(organizationsOption().default(undefined, "as the policy file says, else native"))
    .addOption(keycloakOption())
    .addOption(checkFormatOption())
    .addOption(jsonOption())
    .addHelpText(
      "after",
      examples(
        "presets check realm.json --allow user-lookup --allow billing=user-management,event-reader",
        "presets check exports/*.json --accept legacy=act-as-user",
        "presets check realm.json --organizations phaseTwo --allow tenant-onboarding",
        "kc.sh export --realm demo --file /dev/stdout | presets check - --allow none",
      ),
    )
    .action(async (files, options, command) => {
      if (options.explain) {
        finish(linesResult(checkExplained));
        return;
      }
      if (files.length === 0) command.error("error: missing required argument 'files'");
      const { allow, allowEmpty = false, envFile } = options;
      const today = dayOf(new Date());
      const file = options.policy === undefined ? undefined : await readPolicy(options.policy);
      const limits = limitsOf(file, options, today);
      const { parts, passedOver } = await readRealmFiles(files, envFile, host.readInput);
      refuseUnknownFields(parts, limits.unknownFields);
      const realms = realmsInFiles(parts);
      const accounts = accountsByDanger(surveysOf(realms, options.keycloak));
      const realmNames = realms.map(({ exported: { realm } }) => realm);
      const clients = [
        ...realms.flatMap(({ exported: { realm, clients } }) =>
          clients.map(({ clientId }) => ({ realm, clientId })),
        ),
        ...accounts,
      ];
      const warnings = [
        ...passedOverLines(passedOver),
        ...parts.flatMap(({ content, unusualFields }) =>
          unusualFields.map(
            (field) => `${content.source.file}: the field ${field} is not known and was ignored.`,
          ),
        ),
        ...limits.warnings,
        ...(file === undefined ? [] : unusedNames(file, realmNames, clients)),
      ];
      host.writeError(printableLines(warnings));
      if (accounts.length === 0 && !allowEmpty) refuseNothing(parts);
      refuseUnknownNames(allow, clients, realmNames);
      const powers = realms.flatMap(({ exported, found }) => powersBesideRoles(exported, found));
      if (options.writePolicy) {
        const text = writePolicy(accounts, powers, limits.unknownFields, today);
        finish({ text, exitCode: exitCodes.passed });
        return;
      }
      const judged = await judgeFindings({ accounts, powers }, limits, options.baseline, today);
      const findings = collectFindings(judged, realms, parts);
      const { isLimited } = judged;
      const format = options.json ? "json" : options.format;
      const provider = options.organizations ?? file?.policy.organizations ?? "native";
      const measured = await loadReach(options.keycloak, provider);
      finish(renderCheck({ accounts, findings, isLimited, measured }, format));
    });
}
