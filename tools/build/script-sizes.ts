import { basename } from "node:path";
import { gzipSync } from "node:zlib";
import type { Bundle } from "./bundle-scripts.ts";

/** Largest gzipped sizes in bytes: of the script on every console page, and of what opening the tab loads. */
export const sizeBudgets = { "on every page": 4_000, "when the tab opens": 90_000 };

/** Gzipped size in bytes of a script as a browser receives it. */
export interface ScriptSize {
  readonly name: string;
  readonly gzipped: number;
  readonly loaded: "on every page" | "when the tab opens" | "when asked for";
}

/** The scripts that opening the tab loads: the chunks the entry imports lazily, with all they need at once. */
function openingScripts({ entryName, metafile }: Bundle): ReadonlySet<string> {
  const importsOf = new Map(
    Object.entries(metafile.outputs).map(([path, { imports }]) => [basename(path), imports]),
  );
  const found = new Set<string>();
  const visit = (name: string, kind: string) => {
    for (const imported of importsOf.get(name) ?? []) {
      const next = basename(imported.path);
      if (imported.external || imported.kind !== kind || found.has(next)) continue;
      found.add(next);
      visit(next, "import-statement");
    }
  };
  visit(entryName, "dynamic-import");
  return found;
}

/** Measures each script of the bundle, the dearest first. */
export function measureScripts(bundle: Bundle): readonly ScriptSize[] {
  const opening = openingScripts(bundle);
  return bundle.scripts
    .map(
      ({ name, contents }): ScriptSize => ({
        name,
        gzipped: gzipSync(contents, { level: 9 }).length,
        loaded:
          name === bundle.entryName
            ? "on every page"
            : opening.has(name)
              ? "when the tab opens"
              : "when asked for",
      }),
    )
    .sort((a, b) => b.gzipped - a.gzipped);
}

/** Prints the size of each script and of what a page and the opened tab load together. */
export function printSizes(bundle: Bundle): void {
  const sizes = measureScripts(bundle);
  for (const { name, gzipped, loaded } of sizes) {
    console.log(`${String(gzipped).padStart(7)} B gzipped  ${loaded.padEnd(19)} ${name}`);
  }
  for (const [loaded, budget] of Object.entries(sizeBudgets)) {
    const sum = sizes.reduce(
      (total, size) => total + (size.loaded === loaded ? size.gzipped : 0),
      0,
    );
    console.log(`${String(sum).padStart(7)} B gzipped  ${loaded}, together (budget ${budget} B)`);
  }
}
