import { createReachOf, type MeasuredReach } from "../../../src/access/survey/reach-of-account.ts";
import { loadMinor } from "../../../src/catalog/measured/load-measurement.ts";
import type { MeasuredMatrix } from "../../../src/catalog/measured/measured-matrix.ts";

/** What was measured on a minor of Keycloak. */
export async function matrixOf(minor: string): Promise<MeasuredMatrix> {
  const matrix = await loadMinor(minor);
  if (matrix === undefined) throw new Error(`${minor} was not measured.`);
  return matrix;
}

/** How far accounts reach on a minor. */
export async function measuredReach(minor = "26.7"): Promise<MeasuredReach> {
  const matrix = await matrixOf(minor);
  return { reachOf: createReachOf(matrix), measuredOn: matrix.version };
}
