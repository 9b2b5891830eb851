import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { MeasuredFile } from "../../../src/catalog/measured/measured-matrix.ts";
import { compareVersions } from "../../../tools/keycloak/compare-versions.ts";
import { minorOf } from "../../../tools/keycloak/minor-of.ts";
import { writeMeasurement } from "./write-measurement.ts";

/** The stored measurement of the version's minor; undefined when there is none. */
export async function loadMeasurement(
  catalog: string,
  version: string,
): Promise<MeasuredFile | undefined> {
  return await read<MeasuredFile>(join(catalog, "measured", `${minorOf(version)}.json`));
}

/** Stores a measurement, and by which entry script its version's console is known. */
export async function saveMeasurement(
  catalog: string,
  file: MeasuredFile,
  entryScript: string,
): Promise<void> {
  const measured = join(catalog, "measured", `${minorOf(file.version)}.json`);
  await write(measured, writeMeasurement(file));
  const consoles = join(catalog, "server", "console-versions.json");
  const table = new Map(Object.entries((await read<Record<string, string>>(consoles)) ?? {}));
  table.set(file.version, entryScript.replace(/^main-|\.js$/g, ""));
  const sorted = [...table].sort(([a], [b]) => compareVersions(a, b));
  await write(consoles, `${JSON.stringify(Object.fromEntries(sorted), null, 2)}\n`);
}

async function write(file: string, text: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
}

async function read<Content>(file: string): Promise<Content | undefined> {
  let text: string;
  try {
    text = await readFile(file, "utf8");
  } catch {
    return undefined;
  }
  return JSON.parse(text);
}
