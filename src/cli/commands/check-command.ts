import { type Command, Option } from "@commander-js/extra-typings";
import type { AccountRow } from "../../access/survey/account-rows.ts";
import { describeAccount } from "../../formats/describe-account.ts";
import { jsonOption } from "../arguments/shared-options.ts";
import { accountLabel } from "../output/account-label.ts";
import { accountLine } from "../output/account-line.ts";
import { accountsByDanger } from "../output/accounts-by-danger.ts";
import { type CommandResult, jsonResult, linesResult } from "../output/command-result.ts";
import { type Allowance, parseAllowance } from "../policy/allowance.ts";
import { findViolations, type Violation } from "../policy/find-violations.ts";
import { readRealmExports } from "../realm-file/read-realm-exports.ts";
import { surveyRealmExport } from "../realm-file/survey-realm-export.ts";
import type { CommandContext } from "./command-context.ts";

/** Who holds what in realm files, and whether that is allowed. */
interface Findings {
  readonly accounts: readonly AccountRow[];
  readonly violations: readonly Violation[];
}

function asJson({ accounts, violations }: Findings): CommandResult {
  return jsonResult(
    {
      accounts: accounts.map(describeAccount),
      exceeding: violations.map(({ account: { realm, administers, clientId }, roles }) => ({
        ...{ realm, administers, clientId },
        roles,
      })),
    },
    violations.length === 0,
  );
}

function asLines({ accounts, violations }: Findings): CommandResult {
  return linesResult(
    [
      ...(accounts.length === 0 ? ["No client has a service account."] : accounts.map(accountLine)),
      ...violations.map(
        ({ account, roles }) => `NOT ALLOWED  ${accountLabel(account, " ")}: ${roles.join(", ")}`,
      ),
    ],
    violations.length === 0,
  );
}

/**
 * Adds `presets check`, which reads realm files and prints who holds what. With allowances it passes
 * only if no service account holds more.
 */
export function addCheckCommand(program: Command, { host, finish }: CommandContext): void {
  program
    .command("check")
    .argument("<files...>", "exports as JSON or YAML; - reads JSON from standard input")
    .description("which programs of exported realms hold what, and whether that is allowed")
    .addOption(
      new Option("--allow <allowance>", '"preset,…" for all, "client=preset,…" for one, "none"')
        .argParser((text, all: readonly Allowance[]) => [...all, parseAllowance(text)])
        .default([], "everything"),
    )
    .addOption(jsonOption())
    .action(async (files, { allow, json = false }) => {
      const accounts = accountsByDanger(
        (await readRealmExports(files, host.readInput)).flatMap(surveyRealmExport),
      );
      const violations = allow.length === 0 ? [] : findViolations(accounts, allow);
      finish(json ? asJson({ accounts, violations }) : asLines({ accounts, violations }));
    });
}
