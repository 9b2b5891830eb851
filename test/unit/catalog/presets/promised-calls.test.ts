import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { verdictOf } from "../../../../src/access/model/verdict-of.ts";
import { callKey } from "../../../../src/catalog/calls/call-template.ts";
import {
  type MeasuredMatrix,
  readMeasurement,
} from "../../../../src/catalog/measured/measured-matrix.ts";
import { isShortfall } from "../../../../src/catalog/presets/is-shortfall.ts";
import { type Preset, presets } from "../../../../src/catalog/presets/presets.ts";
import { promisedCalls } from "../../../../src/catalog/presets/promised-calls.ts";

const directory = "src/catalog/measured";
const matrices = readdirSync(directory)
  .filter((name) => /^\d+\.\d+\.json$/.test(name))
  .map(
    (name): MeasuredMatrix =>
      readMeasurement(JSON.parse(readFileSync(`${directory}/${name}`, "utf8"))),
  );

const namesOf = ({ roles }: Preset) => roles.map(({ name }) => name);

const cases = matrices.flatMap((matrix) =>
  presets
    .filter((preset) => namesOf(preset).every((role) => matrix.roles.includes(role)))
    .map((preset) => ({ preset, matrix, version: matrix.version, id: preset.id })),
);

const promisedBy = (preset: Preset, matrix: MeasuredMatrix) =>
  matrix.calls.filter(
    (call) =>
      promisedCalls.get(preset.id)?.includes(callKey(call)) && !isShortfall(preset, call, matrix),
  );

test.each(cases)(
  "on Keycloak $version, $id allows all that it was made for",
  ({ preset, matrix }) => {
    const promised = promisedBy(preset, matrix);
    const verdicts = promised.map((call) => [
      callKey(call),
      verdictOf(call, namesOf(preset), matrix),
    ]);
    expect(promised).not.toHaveLength(0);
    expect(verdicts.filter(([, verdict]) => verdict !== "allowed")).toEqual([]);
  },
);

test.each(cases)(
  "on Keycloak $version, $id has no role that its calls could do without, but those it says so of",
  ({ preset, matrix }) => {
    const roles = namesOf(preset);
    const needless = roles.filter((role) => {
      const others = roles.filter((other) => other !== role);
      // A promise that this version can't keep still is what a role is there for.
      return matrix.calls
        .filter((call) => promisedCalls.get(preset.id)?.includes(callKey(call)))
        .every(
          (call) => verdictOf(call, others, matrix) === verdictOf(call, namesOf(preset), matrix),
        );
    });
    expect(needless).toEqual(preset.redundant ?? []);
  },
);

test("each promised call is one that some measured version has", () => {
  const measured = new Set(matrices.flatMap(({ calls }) => calls.map(callKey)));
  const unknown = [...promisedCalls.values()].flat().filter((key) => !measured.has(key));
  expect(unknown).toEqual([]);
});
