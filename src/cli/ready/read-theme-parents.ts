import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { type ThemeParents, themeKey, themeTypes } from "../../access/readiness/theme-readiness.ts";
import { CliError } from "../cli-error.ts";
import { reasonOf } from "../reason-of.ts";

/**
 * The parent in a theme's properties. A value may go on in the next line, and its separator may be a colon.
 *
 * @see [Properties](https://docs.oracle.com/en/java/javase/17/docs/api/java.base/java/util/Properties.html)
 */
function parentIn(properties: string): string | undefined {
  const joined = properties.replace(/\\\r?\n[ \t\f]*/g, "");
  const found = [...joined.matchAll(/^[ \t\f]*parent(?:[ \t\f]*[=:][ \t\f]*|[ \t\f]+)(.*)$/gm)];
  // As in Java, the last one counts.
  return found.at(-1)?.[1]?.trim() || undefined;
}

/**
 * Reads the parents of the themes in a folder such as `themes/` of a server: `<theme>/<type>/theme.properties`.
 *
 * @throws CliError if the folder can't be read
 */
export async function readThemeParents(folder: string): Promise<ThemeParents> {
  const parents = new Map<string, string | undefined>();
  let names: readonly string[];
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    names = entries.filter((it) => !it.isFile()).map(({ name }) => name);
  } catch (thrown) {
    throw new CliError(`${folder} could not be read: ${reasonOf(thrown)}`);
  }
  for (const name of names) {
    for (const type of themeTypes) {
      try {
        const text = await readFile(join(folder, name, type, "theme.properties"), "utf8");
        parents.set(themeKey(type, name), parentIn(text));
      } catch {
        // A theme has the types that it has.
      }
    }
  }
  return parents;
}
