import type { Command } from "@commander-js/extra-typings";
import type { Preset } from "../../catalog/presets/presets.ts";
import { presetsForProvider } from "../../catalog/presets/presets-for-provider.ts";
import { examples } from "../arguments/examples.ts";
import { jsonOption, keycloakOption, organizationsOption } from "../arguments/shared-options.ts";
import { loadMatrix } from "../measured/load-matrix.ts";
import { type CommandResult, jsonResult, linesResult } from "../output/command-result.ts";
import { describePreset } from "../output/describe-preset.ts";
import { riskOnVersion } from "../output/risk-on-version.ts";
import type { CommandContext } from "./command-context.ts";

function asLines(presets: readonly Preset[], version: string | undefined): CommandResult {
  const width = Math.max(...presets.map(({ id }) => id.length));
  return linesResult(
    presets.map((preset) => {
      const { id, roles } = preset;
      const level = riskOnVersion(preset, version)?.level ?? "";
      return `${id.padEnd(width)}  ${level.padEnd(8)}  ${roles.map(({ name }) => name).join(" ")}`;
    }),
  );
}

/** Adds `presets list`, which prints all presets with their risk and roles, a line each; as JSON with their reach. */
export function addListCommand(program: Command, { finish }: CommandContext): void {
  program
    .command("list")
    .description("all presets with their risk and roles; as JSON with their reach")
    .addOption(organizationsOption())
    .addOption(keycloakOption())
    .addOption(jsonOption())
    .addHelpText("after", examples("presets list", "presets list --organizations phaseTwo --json"))
    .action(async ({ organizations, keycloak, json = false }) => {
      const presets = presetsForProvider(organizations);
      const matrix = await loadMatrix(keycloak, organizations);
      const described = presets.map((preset) => describePreset(preset, matrix, keycloak));
      finish(json ? jsonResult(described) : asLines(presets, keycloak));
    });
}
