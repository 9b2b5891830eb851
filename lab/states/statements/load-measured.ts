import { readFile } from "node:fs/promises";
import { createCallIndex } from "../../../src/access/question/call-index.ts";
import { readMeasurement } from "../../../src/catalog/measured/measured-matrix.ts";
import { minorOf } from "../../../src/catalog/server/minor-of.ts";
import type { Measured } from "./read-tab.ts";

/**
 * Loads what was measured on a version, ready to be searched.
 *
 * @throws where its minor was not measured
 */
export async function loadMeasured(version: string): Promise<Measured> {
  // Not by an import: tests run this where Node itself loads modules, and it doesn't load JSON.
  const file = new URL(`../../../src/catalog/measured/${minorOf(version)}.json`, import.meta.url);
  const matrix = readMeasurement(JSON.parse(await readFile(file, "utf8")));
  // Calls are searched for by their addresses here, never by their names.
  return { version, matrix, index: createCallIndex(matrix, () => "") };
}
