import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import {
  type MeasuredFile,
  type MeasuredMatrix,
  readMeasurement,
  type UnmeasuredCall,
} from "../../src/catalog/measured/measured-matrix.ts";
import { compareVersions } from "../../tools/keycloak/supported-versions.ts";

/** What was measured on one minor version. */
export interface Measurement {
  /** Such as "26.7". */
  readonly minor: string;
  readonly file: MeasuredFile;
  readonly matrix: MeasuredMatrix;
  readonly notCalled: readonly UnmeasuredCall[];
}

/** A minor and its measurement, ready to be asked. */
export function toMeasurement(minor: string, file: MeasuredFile): Measurement {
  const matrix = readMeasurement(file);
  return { minor, file, matrix, notCalled: matrix.notCalled };
}

/** All measurements of a directory, oldest minor first: of its files those named after a minor, such as `26.7.json`. */
export async function readMeasurements(directory: string): Promise<readonly Measurement[]> {
  const minors = (await readdir(directory))
    .filter((name) => /^\d+\.\d+\.json$/.test(name))
    .map((name) => name.replace(/\.json$/, ""))
    .sort(compareVersions);
  return Promise.all(
    minors.map(async (minor) => {
      const text = await readFile(join(directory, `${minor}.json`), "utf8");
      return toMeasurement(minor, JSON.parse(text));
    }),
  );
}
