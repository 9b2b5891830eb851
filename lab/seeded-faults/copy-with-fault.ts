import { cp, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { root } from "../../tools/test/root.ts";
import type { SeededFault } from "./seeded-fault.ts";

/**
 * The text of a file with the mistake in it.
 *
 * @throws when what is to be replaced doesn't stand there exactly once
 */
export function seedFault(source: string, { file, text, broken }: SeededFault): string {
  const [before = "", after, ...others] = source.split(text);
  if (after === undefined || others.length > 0) {
    throw new Error(`${file} must have this once, to be broken: ${text}`);
  }
  return `${before}${broken}${after}`;
}

/**
 * Copies parts of the project into a folder, with a mistake in them.
 *
 * @param copied files and folders, by their paths in the project
 * @param folder in the project, so that Node finds the packages; what is there is deleted
 * @throws when the mistake can't be put in
 */
export async function copyWithFault(
  fault: SeededFault,
  copied: readonly string[],
  folder: string,
): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  for (const name of copied) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await cp(join(root, name), join(folder, name), { recursive: true });
  }
  const file = join(folder, fault.file);
  await writeFile(file, seedFault(await readFile(file, "utf8"), fault));
}
