import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";

/** The list that belongs to a file of texts: it stands in the same folder. */
export function untranslatedList(textsPath: string): string {
  return join(dirname(textsPath), "untranslated.txt");
}

/** The keys in a list of texts that are not translated yet, a plural as one key. */
export async function readUntranslated(path: string): Promise<ReadonlySet<string>> {
  const lines = (await readFile(path, "utf8")).split("\n").map((line) => line.trim());
  return new Set(lines.filter((line) => line !== "" && !line.startsWith("#")));
}

/** A key as it stands in that list, and in the code: without the form of a plural. */
export function keyOfAllForms(key: string): string {
  return key.replace(/_(zero|one|two|few|many|other)$/, "");
}
