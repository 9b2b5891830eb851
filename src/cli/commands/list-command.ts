import type { Command } from "@commander-js/extra-typings";
import { riskOf } from "../../access/model/risk.ts";
import type { Preset } from "../../catalog/presets/presets.ts";
import { presetsForProvider } from "../../catalog/presets/presets-for-provider.ts";
import { examples } from "../arguments/examples.ts";
import { jsonOption, organizationsOption } from "../arguments/shared-options.ts";
import { type CommandResult, jsonResult, linesResult } from "../output/command-result.ts";
import { describePreset } from "../output/describe-preset.ts";
import type { CommandContext } from "./command-context.ts";

function asLines(presets: readonly Preset[]): CommandResult {
  const width = Math.max(...presets.map(({ id }) => id.length));
  return linesResult(
    presets.map((preset) => {
      const { id, roles } = preset;
      const level = riskOf(preset)?.level ?? "";
      return `${id.padEnd(width)}  ${level.padEnd(8)}  ${roles.map(({ name }) => name).join(" ")}`;
    }),
  );
}

/** Adds `presets list`, which prints all presets with their risk and roles, one per line. */
export function addListCommand(program: Command, { finish }: CommandContext): void {
  program
    .command("list")
    .description("list all presets with their risk and roles")
    .addOption(organizationsOption())
    .addOption(jsonOption())
    .addHelpText("after", examples("presets list", "presets list --organizations phaseTwo --json"))
    .action(({ organizations, json = false }) => {
      const presets = presetsForProvider(organizations);
      finish(json ? jsonResult(presets.map(describePreset)) : asLines(presets));
    });
}
