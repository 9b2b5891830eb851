import { type Zippable, zipSync } from "fflate";

/**
 * Packs files into a JAR whose bytes depend on nothing but the files: entries are sorted, and all
 * carry the earliest date a ZIP can hold. ZIP dates are local times without a zone, so the date is
 * given in local time too; a UTC date would differ between time zones.
 *
 * @param files contents by their path inside the JAR, with `/` between folders
 */
export function packJar(files: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const entries: Zippable = {};
  for (const [path, contents] of [...files].sort(([a], [b]) => (a < b ? -1 : 1))) {
    entries[path] = [contents, { mtime: new Date(1980, 0, 1), level: 9, os: 0 }];
  }
  return zipSync(entries);
}
