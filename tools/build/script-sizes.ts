import { gzipSync } from "node:zlib";
import type { Bundle } from "./bundle-scripts.ts";

/** Largest gzipped sizes in bytes: of the script on every console page, and of what opening the tab loads. */
export const sizeBudgets = { everyPage: 4_000, opening: 90_000 };

/** Gzipped size in bytes of a script as a browser receives it. */
export interface ScriptSize {
  readonly name: string;
  readonly gzipped: number;
  readonly loaded: "on every page" | "when the tab opens" | "when asked for";
}

const openingChunks = /^(mount-panel|create-session|messages_|chunk)/;

/** Measures each script of the bundle, the dearest first. */
export function measureScripts({ entryName, scripts }: Bundle): readonly ScriptSize[] {
  return scripts
    .map(
      ({ name, contents }): ScriptSize => ({
        name,
        gzipped: gzipSync(contents, { level: 9 }).length,
        loaded:
          name === entryName
            ? "on every page"
            : openingChunks.test(name)
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
  const opening = sizes.filter(({ loaded }) => loaded === "when the tab opens");
  const sum = opening.reduce((total, { gzipped }) => total + gzipped, 0);
  console.log(`${String(sum).padStart(7)} B gzipped  when the tab opens, together (budget ${sizeBudgets.opening})`);
}
