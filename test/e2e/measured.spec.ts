import { type Laboratory, probeCall } from "../../lab/measure/calls/probe-call.ts";
import { inMeasuringOrder, isRevoking } from "../../lab/measure/endpoints/order-of-calls.ts";
import { reachOf } from "../../src/access/presets/preset-reach.ts";
import { callKey } from "../../src/catalog/calls/call-template.ts";
import type { MeasuredCall, MeasuredMatrix } from "../../src/catalog/measured/measured-matrix.ts";
import { isShortfall } from "../../src/catalog/presets/is-shortfall.ts";
import { type Preset, presets } from "../../src/catalog/presets/presets.ts";
import { promisedBy } from "../../src/catalog/presets/promised-by.ts";
import { expect, test } from "./realm/laboratory.ts";
import { chooseAny, seed } from "./run/seed.ts";
import { isWholeRun, long } from "./run/whole-run.ts";
import { bothEnds, versionOf } from "./servers/tested-version.ts";

const callsOutside = 5;
const sampledCells = isWholeRun ? 200 : 60;
const letterOfVerdict = { allowed: "a", filtered: "f", denied: "d", unknown: "u" } as const;

/** What the server makes of a call by a service account with these roles. */
async function letterOf(call: MeasuredCall, roles: readonly string[], laboratory: Laboratory) {
  const probe = await probeCall(call, laboratory);
  if ("notCalled" in probe) throw new Error(`${callKey(call)}: ${probe.notCalled}`);
  return await probe.letterFor(roles);
}

/** What the preset promises and the server doesn't keep, a line each. */
async function brokenPromises(preset: Preset, matrix: MeasuredMatrix, laboratory: Laboratory) {
  const roles = preset.roles.map(({ name }) => name);
  const { promised } = reachOf(preset.roles, promisedBy(preset), matrix);
  const broken: string[] = [];
  const letters = new Map<MeasuredCall, string>();
  for (const call of promised) {
    const letter = await letterOf(call, roles, laboratory);
    const expected = isShortfall(preset, call, matrix) ? "f" : "a";
    if (letter !== expected) broken.push(`${preset.id}: ${callKey(call)} answers ${letter}`);
    letters.set(call, letter);
  }
  for (const role of roles.filter((it) => !preset.redundant?.includes(it))) {
    const others = roles.filter((it) => it !== role);
    let isNeeded = false;
    for (const [call, letter] of letters) {
      isNeeded ||= (await letterOf(call, others, laboratory)) !== letter;
    }
    if (!isNeeded) broken.push(`${preset.id}: ${role} is needed for none of its calls`);
  }
  return broken;
}

/** Calls that no preset of these promises and that it allows all the same, a line each. */
async function openedOutside(
  here: readonly Preset[],
  matrix: MeasuredMatrix,
  laboratory: Laboratory,
) {
  const outside = here.flatMap((preset) => {
    const { denied } = reachOf(preset.roles, promisedBy(preset), matrix);
    const possible = denied.filter((call) => !isRevoking(call));
    return chooseAny(possible, callsOutside).map((call) => ({ ...call, preset }));
  });
  const opened: string[] = [];
  for (const { preset, ...call } of inMeasuringOrder(outside)) {
    const roles = preset.roles.map(({ name }) => name);
    const letter = await letterOf(call, roles, laboratory);
    if (letter !== "d") opened.push(`${preset.id}: ${callKey(call)} answers ${letter}`);
  }
  return opened;
}

for (const deployment of bothEnds) {
  test.describe(`On Keycloak ${versionOf[deployment]}`, () => {
    test.use({ deployment });

    test(
      `each preset allows what it was made for, needs each of its roles, and allows nothing else (seed ${seed})`,
      deployment === "oldest" ? long : {},
      async ({ matrix, laboratory }) => {
        test.setTimeout(240_000);
        const here = presets.filter(({ roles }) =>
          roles.every(({ name }) => matrix.roles.includes(name)),
        );
        const broken: string[] = [];
        for (const preset of here) {
          broken.push(...(await brokenPromises(preset, matrix, laboratory)));
        }
        expect(broken).toEqual([]);
        expect(await openedOutside(here, matrix, laboratory)).toEqual([]);
        expect(here.length).toBeGreaterThan(15);
      },
    );
  });
}

test(`${sampledCells} random cells of the matrix match the measurement (seed ${seed})`, async ({
  matrix,
  laboratory,
}) => {
  test.setTimeout(240_000);
  // A call after which no token is taken any more would spoil the others.
  const cells = matrix.calls
    .filter((call) => !isRevoking(call))
    .flatMap((call) => [...call.verdicts].map(([role, verdict]) => ({ call, role, verdict })));
  const different: string[] = [];
  const chosen = chooseAny(cells, sampledCells).map(({ call, ...rest }) => ({ ...call, ...rest }));
  for (const { role, verdict, ...call } of inMeasuringOrder(chosen)) {
    const letter = await letterOf(call, [role], laboratory);
    if (letter !== letterOfVerdict[verdict]) {
      different.push(`${callKey(call)} with ${role} was ${verdict} and answers ${letter}`);
    }
  }
  expect(different).toEqual([]);
});
