import { readFile } from "node:fs/promises";
import { parse } from "dot-properties";
import { textParts } from "./text-parts.ts";

/**
 * Reads texts written in Keycloak's own file format, as JSON.
 *
 * @param part what stands behind the file's name in an import, such as `?page`, chooses a part of them
 */
export async function readTexts(path: string, part: string): Promise<string> {
  const texts = Object.entries(parse(await readFile(path, "utf8")));
  const isWanted = textParts.get(part) ?? (() => true);
  return JSON.stringify(Object.fromEntries(texts.filter(([key]) => isWanted(key))));
}
