import { riskOf } from "../access/model/risk-of.ts";
import { reachOf } from "../access/presets/preset-reach.ts";
import type { MeasuredMatrix } from "../catalog/measured/measured-matrix.ts";
import type { Preset } from "../catalog/presets/presets.ts";
import { promisedBy } from "../catalog/presets/promised-by.ts";
import { nameOf, purposeOf } from "../texts/preset-texts.ts";
import { type Answer, jsonAnswer, linesAnswer } from "./answer.ts";
import { describePreset } from "./describe-preset.ts";
import { callName } from "./load-matrix.ts";
import { describeRisk, t } from "./preset-texts.ts";

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
    `${nameOf(t, preset)} (${id})`,
    purposeOf(t, preset),
    "",
    `Roles:    ${roles.map(({ name }) => name).join(", ")}`,
    `At worst: ${describeRisk(riskOf(preset))}`,
    "",
    `Made for, of the ${allowed.length} calls that Keycloak ${matrix.version} allows with it:`,
    ...promised.map((call) => `  ${call.method.padEnd(6)} ${call.path}  ${callName(call)}`),
  ]);
}
