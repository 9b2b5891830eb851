import { posix } from "node:path";
import { importsOf } from "../conventions/imports-of.ts";
import { readText } from "../conventions/source-files.ts";

/** All files that a file imports, directly or through others; types count too. */
export function reachedFrom(path: string, seen: Set<string> = new Set()): ReadonlySet<string> {
  if (seen.has(path)) return seen;
  seen.add(path);
  if (!path.endsWith(".ts")) return seen;
  for (const { path: imported } of importsOf({ path, text: readText(path) })) {
    if (imported !== undefined) reachedFrom(posix.normalize(imported), seen);
  }
  return seen;
}
