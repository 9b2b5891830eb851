import { cp, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { root } from "../../../tools/test/root.ts";
import type { Product } from "../statements/product.ts";
import type { SeededFault } from "./seeded-faults.ts";

/** What the statements are made of. */
const copied = ["src", "lab/states", "package.json", "tsconfig.json"];

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
 * Loads the product with a mistake in it, from a copy in `.cache/`, where Node finds the packages.
 *
 * @throws when the mistake can't be put in
 */
export async function loadBrokenProduct(
  fault: SeededFault,
  place: number,
  version: string,
): Promise<Product> {
  const folder = join(root, ".cache", "seeded-faults", String(place));
  await rm(folder, { recursive: true, force: true });
  await mkdir(join(folder, "lab"), { recursive: true });
  for (const name of copied) await cp(join(root, name), join(folder, name), { recursive: true });
  const file = join(folder, fault.file);
  await writeFile(file, seedFault(await readFile(file, "utf8"), fault));
  const module = pathToFileURL(join(folder, "lab/states/statements/product.ts")).href;
  const { loadProduct }: typeof import("../statements/product.ts") = await import(module);
  return loadProduct(version);
}
