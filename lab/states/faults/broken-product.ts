import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { root } from "../../../tools/test/root.ts";
import { copyWithFault } from "../../seeded-faults/copy-with-fault.ts";
import type { SeededFault } from "../../seeded-faults/seeded-fault.ts";
import type { Product } from "../statements/product.ts";

/** What the statements are made of. */
const copied = ["src", "lab/states", "package.json", "tsconfig.json"];

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
  await copyWithFault(fault, copied, folder);
  const module = pathToFileURL(join(folder, "lab/states/statements/product.ts")).href;
  const { loadProduct }: typeof import("../statements/product.ts") = await import(module);
  return loadProduct(version);
}
