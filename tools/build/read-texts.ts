import { readFile } from "node:fs/promises";
import { parse } from "dot-properties";
import { textParts } from "./text-parts.ts";
import { keyOfAllForms, readUntranslated, untranslatedList } from "./untranslated.ts";

/**
 * Reads texts written in Keycloak's own file format, as JSON. Those of a language beside English lack what is
 * listed as not translated yet, so that it is shown in English.
 *
 * @param part what stands behind the file's name in an import, such as `?page`, chooses a part of them
 */
export async function readTexts(path: string, part: string): Promise<string> {
  const texts = Object.entries(parse(await readFile(path, "utf8")));
  const isWanted = textParts.get(part) ?? (() => true);
  const left = path.endsWith("_en.properties")
    ? new Set<string>()
    : await readUntranslated(untranslatedList(path));
  return JSON.stringify(
    Object.fromEntries(texts.filter(([key]) => isWanted(key) && !left.has(keyOfAllForms(key)))),
  );
}
