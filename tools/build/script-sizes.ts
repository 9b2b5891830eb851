import { basename } from "node:path";
import { gzipSync } from "node:zlib";
import type { Bundle } from "./bundle-scripts.ts";

/** What scripts are loaded for, with the largest gzipped size in bytes of all of them together. */
export const sizeBudgets = {
  "on every page": 4_000,
  "when the tab opens": 95_000,
  "when the list opens": 125_000,
};

type Occasion = keyof typeof sizeBudgets;

/** The entry's lazy imports that begin each occasion, by the beginnings of their names. */
const begins: Readonly<Record<Exclude<Occasion, "on every page">, readonly string[]>> = {
  "when the tab opens": ["create-session", "mount-panel"],
  "when the list opens": ["create-session", "mount-service-accounts"],
};

/** Gzipped size in bytes of a script as a browser receives it. */
export interface ScriptSize {
  readonly name: string;
  readonly gzipped: number;
  /** None for what is loaded only when it is asked for. */
  readonly loaded: readonly Occasion[];
}

/** The scripts that an occasion loads: the chunks that begin it, with all they need at once. */
function scriptsOf({ entryName, metafile }: Bundle, beginnings: readonly string[]): Set<string> {
  const importsOf = new Map(
    Object.entries(metafile.outputs).map(([path, { imports }]) => [basename(path), imports]),
  );
  const found = new Set<string>();
  const visit = (name: string, kind: string) => {
    for (const imported of importsOf.get(name) ?? []) {
      const next = basename(imported.path);
      if (imported.external || imported.kind !== kind || found.has(next)) continue;
      if (name === entryName && !beginnings.some((begin) => next.startsWith(begin))) continue;
      found.add(next);
      visit(next, "import-statement");
    }
  };
  visit(entryName, "dynamic-import");
  return found;
}

/** Measures each script of the bundle, the dearest first. */
export function measureScripts(bundle: Bundle): readonly ScriptSize[] {
  const occasions = [
    { occasion: "on every page" as const, scripts: new Set([bundle.entryName]) },
    ...(["when the tab opens", "when the list opens"] as const).map((occasion) => ({
      occasion,
      scripts: scriptsOf(bundle, begins[occasion]),
    })),
  ];
  return bundle.scripts
    .map(
      ({ name, contents }): ScriptSize => ({
        name,
        gzipped: gzipSync(contents, { level: 9 }).length,
        loaded: occasions.flatMap(({ occasion, scripts }) => (scripts.has(name) ? [occasion] : [])),
      }),
    )
    .sort((a, b) => b.gzipped - a.gzipped);
}

/** What each occasion loads together, in gzipped bytes, beside its budget. */
export function sumSizes(sizes: readonly ScriptSize[]) {
  const occasions = Object.entries(sizeBudgets) as [Occasion, number][];
  return occasions.map(([occasion, budget]) => ({
    occasion,
    budget,
    gzipped: sizes.reduce(
      (sum, { gzipped, loaded }) => sum + (loaded.includes(occasion) ? gzipped : 0),
      0,
    ),
  }));
}

/** Prints the size of each script and of what a page and the opened tab load together. */
export function printSizes(bundle: Bundle): void {
  const sizes = measureScripts(bundle);
  for (const { name, gzipped, loaded } of sizes) {
    const when = loaded.length === 0 ? "when asked for" : loaded.join(", ");
    console.log(`${String(gzipped).padStart(7)} B gzipped  ${name.padEnd(36)} ${when}`);
  }
  for (const { occasion, gzipped, budget } of sumSizes(sizes)) {
    const sum = String(gzipped).padStart(7);
    console.log(`${sum} B gzipped  ${occasion}, together (budget ${budget} B)`);
  }
}
