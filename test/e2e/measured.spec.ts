import { reachOf } from "../../src/access/preset-reach.ts";
import { callKey } from "../../src/catalog/call-template.ts";
import type { MeasuredCall, MeasuredMatrix } from "../../src/catalog/measured-matrix.ts";
import { type Preset, presets } from "../../src/catalog/presets.ts";
import { promisedCalls } from "../../src/catalog/promised-calls.ts";
import { isRevoking } from "../../tools/measure/order-of-calls.ts";
import { type Laboratory, probeCall } from "../../tools/measure/probe-call.ts";
import { expect, test } from "./laboratory.ts";
import { chooseAny, seed } from "./seed.ts";

const callsOutside = 5;
const sampledCells = 200;
const letters = { allowed: "a", filtered: "f", denied: "d", unknown: "u" } as const;

/** What the server makes of a call by a service account with these roles. */
async function letterOf(call: MeasuredCall, roles: readonly string[], laboratory: Laboratory) {
  const probe = await probeCall(call, laboratory);
  if ("notCalled" in probe) throw new Error(`${callKey(call)}: ${probe.notCalled}`);
  return await probe.letterFor(roles);
}

/** What the preset promises and the server doesn't keep, a line each. */
async function brokenPromises(
  preset: Preset,
  matrix: MeasuredMatrix,
  laboratory: Laboratory,
): Promise<readonly string[]> {
  const roles = preset.roles.map(({ name }) => name);
  const reach = reachOf(preset.roles, promisedCalls.get(preset.id) ?? [], matrix);
  const broken: string[] = [];
  for (const call of reach.promised) {
    const letter = await letterOf(call, roles, laboratory);
    if (letter !== "a") broken.push(`${callKey(call)} answers ${letter}`);
  }
  for (const role of roles.filter((it) => !preset.redundant?.includes(it))) {
    const others = roles.filter((it) => it !== role);
    let isNeeded = false;
    for (const call of reach.promised) {
      isNeeded ||= (await letterOf(call, others, laboratory)) !== "a";
    }
    if (!isNeeded) broken.push(`${role} is needed for none of its calls`);
  }
  for (const call of chooseAny(
    reach.denied.filter((it) => !isRevoking(it)),
    callsOutside,
  )) {
    const letter = await letterOf(call, roles, laboratory);
    if (letter !== "d") broken.push(`${callKey(call)} is outside of it and answers ${letter}`);
  }
  return broken;
}

for (const deployment of ["26.7", "26.0"] as const) {
  test.describe(`On Keycloak ${deployment}`, () => {
    test.use({ deployment });

    test(`each preset allows what it was made for, needs each of its roles, and allows nothing else (seed ${seed})`, async ({
      matrix,
      laboratory,
    }) => {
      test.setTimeout(240_000);
      const here = presets.filter(({ roles }) =>
        roles.every(({ name }) => matrix.roles.includes(name)),
      );
      const broken: string[] = [];
      for (const preset of here) {
        const lines = await brokenPromises(preset, matrix, laboratory);
        broken.push(...lines.map((line) => `${preset.id}: ${line}`));
      }
      expect(here.length).toBeGreaterThan(15);
      expect(broken).toEqual([]);
    });
  });
}

test(`${sampledCells} cells of the matrix, taken at random, are as they were measured (seed ${seed})`, async ({
  matrix,
  laboratory,
}) => {
  test.setTimeout(240_000);
  // A call after which no token is taken any more would spoil the others.
  const cells = matrix.calls
    .filter((call) => !isRevoking(call))
    .flatMap((call) => [...call.verdicts].map(([role, verdict]) => ({ call, role, verdict })));
  const different: string[] = [];
  for (const { call, role, verdict } of chooseAny(cells, sampledCells)) {
    const letter = await letterOf(call, [role], laboratory);
    if (letter !== letters[verdict]) {
      different.push(`${callKey(call)} with ${role} was ${verdict} and answers ${letter}`);
    }
  }
  expect(different).toEqual([]);
});
