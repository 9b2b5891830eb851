import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { MeasuredFile } from "../../../src/catalog/measured/measured-matrix.ts";
import { minorOf } from "../../../src/catalog/server/minor-of.ts";
import { compareVersions } from "../../../tools/keycloak/supported-versions.ts";

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

/**
 * The file name of the console's own entry script, which carries a hash of its content and so
 * differs from version to version.
 *
 * @see [Theme's index.ftl of the admin console](https://github.com/keycloak/keycloak/blob/main/js/apps/admin-ui/maven-resources/theme/keycloak.v2/admin/index.ftl)
 */
export async function entryScriptOf(baseUrl: string): Promise<string> {
  const page = await (await fetch(`${baseUrl}/admin/master/console/`)).text();
  const name = /<script\b[^>]*\bsrc="[^"]*\/(main-[\w-]+\.js)"/.exec(page)?.[1];
  if (name === undefined)
    throw new Error("The console's page has no entry script named main-*.js.");
  return name;
}

/** The text of a measurement's file: a call to a line, so that a change shows as one. */
export function writeMeasurement(file: MeasuredFile): string {
  const { calls, combinations, notCalled, ...facts } = file;
  const head = Object.entries(facts).map(([name, value]) => `${quoted(name)}: ${quoted(value)}`);
  return `{
${head.map((line) => `  ${line},`).join("\n")}
  "calls": [
${lines(calls)}
  ],
  "combinations": {
${Object.entries(combinations)
  .map(([call, sets]) => `    ${quoted(call)}: ${quoted(sets)}`)
  .join(",\n")}
  },
  "notCalled": [
${lines(notCalled)}
  ]
}
`;
}

const quoted = (value: unknown) => JSON.stringify(value);

const lines = (rows: readonly unknown[]) => rows.map((row) => `    ${quoted(row)}`).join(",\n");
