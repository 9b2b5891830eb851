import { riskOf } from "../access/model/risk-of.ts";
import { presetsFor } from "../catalog/presets/presets-for.ts";
import type { OrganizationProvider } from "../catalog/server/organization-provider.ts";
import { type Answer, jsonAnswer, linesAnswer } from "./answer.ts";
import { describePreset } from "./describe-preset.ts";

/** All presets with their roles, a line each. */
export function listPresets(provider: OrganizationProvider, isJson: boolean): Answer {
  const presets = presetsFor(provider);
  if (isJson) return jsonAnswer(presets.map(describePreset));
  const width = Math.max(...presets.map(({ id }) => id.length));
  return linesAnswer(
    presets.map((preset) => {
      const { id, roles } = preset;
      const level = riskOf(preset)?.level ?? "";
      return `${id.padEnd(width)}  ${level.padEnd(8)}  ${roles.map(({ name }) => name).join(" ")}`;
    }),
  );
}
