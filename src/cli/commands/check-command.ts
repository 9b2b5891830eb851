import { type Command, Option } from "@commander-js/extra-typings";
import { checkFormatOption, jsonOption } from "../arguments/shared-options.ts";
import { CliError } from "../cli-error.ts";
import { accountsByDanger } from "../output/accounts-by-danger.ts";
import { renderCheck } from "../output/check/render-check.ts";
import { checkExplained } from "../output/check-explained.ts";
import { linesResult } from "../output/command-result.ts";
import { findingOfPower, findingOfViolation } from "../output/judge-findings.ts";
import { printableLines } from "../output/printable-lines.ts";
import { causeOfRoles } from "../places/cause-of-roles.ts";
import { findPlaces } from "../places/find-places.ts";
import { type Acceptance, isAccepted, parseAcceptance } from "../policy/acceptance.ts";
import { type Allowance, parseAllowance } from "../policy/allowance.ts";
import { findViolations } from "../policy/find-violations.ts";
import { accountHolders } from "../realm-file/account-holders.ts";
import { mergeRealmExports } from "../realm-file/merge-realm-exports.ts";
import { type ParsedExport, placesIn } from "../realm-file/parse-realm-exports.ts";
import { passedOverLines } from "../realm-file/passed-over-lines.ts";
import { powersBesideRoles } from "../realm-file/powers-beside-roles.ts";
import { readRealmFiles } from "../realm-file/read-realm-files.ts";
import { surveyRealmExport } from "../realm-file/survey-realm-export.ts";
import { pathText } from "../realm-file/unknown-fields.ts";
import type { CommandContext } from "./command-context.ts";

const collect = (text: string, all: readonly string[]) => [...all, text];

/** @throws CliError where something that may carry power has a field that Keycloak doesn't have */
function refuseUnknownFields(parts: readonly ParsedExport[], allowed: readonly string[]): void {
  const isAllowed = (path: string) =>
    allowed.some((name) => path === name || path.endsWith(`.${name}`));
  const unknown = parts.flatMap(({ content, unknownFields }) => {
    const refused = unknownFields.filter((path) => !isAllowed(pathText(path)));
    if (refused.length === 0) return [];
    const places = placesIn(content, refused);
    return refused.map((path, place) => `${places[place]}: ${pathText(path)}`);
  });
  if (unknown.length === 0) return;
  throw new CliError(
    "These fields are not known, and could carry power. Allow one by --allow-unknown-field <name>:",
    ...unknown,
  );
}

/** @throws CliError where there is no service account to check */
function refuseNothing(parts: readonly ParsedExport[]): void {
  const files = [...new Set(parts.map(({ content }) => content.source.file))].join(", ");
  const hasClients = parts.some(({ exported }) => exported.clients.length > 0);
  throw new CliError(
    hasClients
      ? `Nothing to check: no client in ${files} has a service account.`
      : `Nothing to check: ${files} has no clients. Export the realm with its clients.`,
    "With --allow-empty that passes.",
  );
}

/**
 * Adds `presets check`, which reads realm files and prints who holds what. With allowances it passes
 * only if no service account holds more. What the files don't tell never passes unless it is accepted.
 */
export function addCheckCommand(program: Command, { host, finish }: CommandContext): void {
  program
    .command("check")
    .argument(
      "[files...]",
      "realm files as JSON or YAML, gzipped or not, and folders of them; - reads standard input",
    )
    .description("which programs of exported realms hold what, and whether that is allowed")
    .addOption(
      new Option("--allow <allowance>", '"preset,…" for all, "client=preset,…" for one, "none"')
        .argParser((text, all: readonly Allowance[]) => [...all, parseAllowance(text)])
        .default([], "everything"),
    )
    .addOption(
      new Option(
        "--accept <powers>",
        '"act-as-user,…" for all, "client=permissions,…" for one: what comes from no role, or can\'t be told',
      )
        .argParser((text, all: readonly Acceptance[]) => [...all, parseAcceptance(text)])
        .default([], "nothing"),
    )
    .addOption(
      new Option("--allow-unknown-field <name>", "a field that Keycloak doesn't have")
        .argParser(collect)
        .default([], "none"),
    )
    .option("--allow-empty", "pass where there is no service account to check")
    .option("--env-file <file>", "NAME=value lines for the placeholders of the files")
    .option("--explain", "say what is checked and what is not, and read no file")
    .addOption(checkFormatOption())
    .addOption(jsonOption())
    .action(async (files, options, command) => {
      if (options.explain) {
        finish(linesResult(checkExplained));
        return;
      }
      if (files.length === 0) command.error("error: missing required argument 'files'");
      const { allow, accept, allowUnknownField, allowEmpty = false, envFile } = options;
      const { parts, passedOver } = await readRealmFiles(files, envFile, host.readInput);
      refuseUnknownFields(parts, allowUnknownField);
      const warnings = parts.flatMap(({ content, unusualFields }) =>
        unusualFields.map(
          (field) => `${content.source.file}: the field ${field} is not known, and passed over.`,
        ),
      );
      host.writeError(printableLines([...passedOverLines(passedOver), ...warnings]));
      const realms = mergeRealmExports(parts.map(({ exported }) => exported)).map((exported) => ({
        exported,
        found: accountHolders(exported),
      }));
      const accounts = accountsByDanger(
        realms.flatMap(({ exported, found }) => surveyRealmExport(exported, found)),
      );
      if (accounts.length === 0 && !allowEmpty) refuseNothing(parts);
      const powers = realms
        .flatMap(({ exported, found }) => powersBesideRoles(exported, found))
        .map((power) => ({ ...power, isAccepted: isAccepted(power, accept) }));
      const violations = allow.length === 0 ? [] : findViolations(accounts, allow);
      const isLimited = allow.length > 0;
      const causes = violations.map(({ account, roles }) => {
        const of = realms.find(({ exported }) => exported.realm === account.realm);
        return of && causeOfRoles(of.exported, of.found, account, roles);
      });
      const places = findPlaces(parts, [...powers.map(({ cause }) => cause), ...causes]);
      const findings = [
        ...powers.map((power, at) => findingOfPower(power, isLimited, places[at])),
        ...violations.map((it, at) => findingOfViolation(it, places[powers.length + at])),
      ];
      finish(renderCheck({ accounts, findings }, options.json ? "json" : options.format));
    });
}
