import { worstConsequences } from "../../access/model/worst-consequences.ts";
import { reachOf } from "../../access/presets/preset-reach.ts";
import type { MeasuredMatrix } from "../../catalog/measured/measured-matrix.ts";
import type { Preset } from "../../catalog/presets/presets.ts";
import { promisedBy } from "../../catalog/presets/promised-by.ts";
import { callName } from "../measured/load-matrix.ts";
import { type Answer, jsonAnswer, linesAnswer } from "../output/command-result.ts";
import { describePreset } from "../output/describe-preset.ts";
import { describeRisk, nameOf, textOf } from "../output/preset-texts.ts";

/** One preset: what it is for, its roles, its risk, and all calls that it was measured to allow. */
export function showPreset(preset: Preset, matrix: MeasuredMatrix, isJson: boolean): Answer {
  const { id, roles } = preset;
  const { allowed, filtered, promised } = reachOf(roles, promisedBy(preset), matrix);
  const write = (calls: typeof allowed) => calls.map(({ method, path }) => `${method} ${path}`);
  if (isJson) {
    return jsonAnswer({
      ...describePreset(preset),
      measuredOn: matrix.version,
      madeFor: write(promised),
      allows: write(allowed),
      answersLess: write(filtered),
    });
  }
  return linesAnswer([
    `${nameOf(preset)} (${id})`,
    textOf(`presets.${id}.purpose`),
    "",
    `Roles:    ${roles.map(({ name }) => name).join(", ")}`,
    `At worst: ${describeRisk(worstConsequences(roles))}`,
    "",
    `Made for, of the ${allowed.length} calls that Keycloak ${matrix.version} allows with it:`,
    ...promised.map((call) => `  ${call.method.padEnd(6)} ${call.path}  ${callName(call)}`),
  ]);
}
