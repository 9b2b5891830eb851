import type { Command } from "@commander-js/extra-typings";
import { reachByFamily, reachOf } from "../../access/presets/preset-reach.ts";
import type { MeasuredMatrix } from "../../catalog/measured/measured-matrix.ts";
import type { Preset } from "../../catalog/presets/presets.ts";
import { promisedBy } from "../../catalog/presets/promised-by.ts";
import { nameOf, purposeOf } from "../../texts/preset-texts.ts";
import { examples } from "../arguments/examples.ts";
import { findPreset } from "../arguments/find-preset.ts";
import { jsonOption, keycloakOption, organizationsOption } from "../arguments/shared-options.ts";
import { callName } from "../measured/call-name.ts";
import { loadMatrix } from "../measured/load-matrix.ts";
import { type CommandResult, jsonResult, linesResult } from "../output/command-result.ts";
import { describePreset } from "../output/describe-preset.ts";
import { describeReach } from "../output/describe-reach.ts";
import { describeRisk, t } from "../output/preset-texts.ts";
import { riskOnVersion } from "../output/risk-on-version.ts";
import type { CommandContext } from "./command-context.ts";

function asJson(
  preset: Preset,
  matrix: MeasuredMatrix,
  version: string | undefined,
): CommandResult {
  const { allowed, filtered, promised } = reachOf(preset.roles, promisedBy(preset), matrix);
  const write = (calls: typeof allowed) => calls.map(({ method, path }) => `${method} ${path}`);
  return jsonResult({
    ...describePreset(preset, matrix, version),
    measuredOn: matrix.version,
    madeFor: write(promised),
    allows: write(allowed),
    answersLess: write(filtered),
  });
}

function asLines(
  preset: Preset,
  matrix: MeasuredMatrix,
  version: string | undefined,
): CommandResult {
  const { id, roles } = preset;
  const { allowed, promised } = reachOf(roles, promisedBy(preset), matrix);
  return linesResult([
    `${nameOf(t, preset)} (${id})`,
    purposeOf(t, preset),
    "",
    `Roles:    ${roles.map(({ name }) => name).join(", ")}`,
    `At worst: ${describeRisk(riskOnVersion(preset, version))}`,
    `Reach:    ${describeReach(reachByFamily(roles, matrix, version))}`,
    "",
    `Purpose: these calls, of the ${allowed.length} that Keycloak ${matrix.version} allows with it:`,
    ...promised.map((call) => `  ${call.method.padEnd(6)} ${call.path}  ${callName(call)}`),
  ]);
}

/**
 * Adds `presets show`, which prints the purpose of a preset, its roles, its risk, and its measured
 * calls: the promised ones as text, all of them as JSON.
 */
export function addShowCommand(program: Command, { finish }: CommandContext): void {
  program
    .command("show <preset>")
    .description("show the purpose of a preset, what it allows, and its worst consequences")
    .addOption(organizationsOption())
    .addOption(keycloakOption())
    .addOption(jsonOption())
    .addHelpText(
      "after",
      examples("presets show user-lookup", "presets show user-management --keycloak 26.4 --json"),
    )
    .action(async (id, { organizations, keycloak, json = false }) => {
      const preset = findPreset(id, organizations);
      const matrix = await loadMatrix(keycloak, organizations);
      finish(json ? asJson(preset, matrix, keycloak) : asLines(preset, matrix, keycloak));
    });
}
