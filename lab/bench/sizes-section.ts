import type { Bundle } from "../../tools/build/bundle-scripts.ts";
import { measureScripts, sumSizes } from "../../tools/build/script-sizes.ts";
import { markdownTable } from "../markdown/table.ts";

/** What scripts weigh more than their budgets, a sentence each. */
export function brokenSizes(bundle: Bundle): readonly string[] {
  return sumSizes(measureScripts(bundle))
    .filter(({ gzipped, budget }) => gzipped > budget)
    .map(
      ({ occasion, gzipped, budget }) => `Scripts ${occasion} take ${gzipped} B of ${budget} B.`,
    );
}

/** The part of `docs/benchmarks.md` about the bytes of scripts. */
export function sizesSection(bundle: Bundle): string {
  const rows = sumSizes(measureScripts(bundle)).map(({ occasion, gzipped, budget }) => [
    occasion,
    `${gzipped} B`,
    `${budget} B`,
  ]);
  return `## Scripts

${markdownTable(["loaded", "gzipped", "budget"], rows, 2)}

Browsers cache them: a script's name changes with its content.
`;
}
