import { join } from "node:path";
import { root } from "../../../tools/test/root.ts";
import { copyWithFault } from "../../seeded-faults/copy-with-fault.ts";
import type { SeededFault } from "../../seeded-faults/seeded-fault.ts";
import type { Check } from "../check-run.ts";
import { loadCheck } from "../product/load-check.ts";

/** What the command line is made of. */
const copied = ["src", "messages", "tools/build", "package.json", "tsconfig.json"];

/**
 * Loads `presets check` with a mistake in it, built from a copy in `.cache/`.
 *
 * @throws when the mistake can't be put in
 */
export async function loadBrokenCheck(fault: SeededFault, place: number): Promise<Check> {
  const folder = join(root, ".cache", "gate-faults", String(place));
  await copyWithFault(fault, copied, folder);
  return loadCheck(folder, join(folder, "check.mjs"));
}
