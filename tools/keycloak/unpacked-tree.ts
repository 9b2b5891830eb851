import { readdir, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** Written last into an unpacked tree; a tree without it is not complete. */
export const completionMarker = ".complete";

/**
 * Marks a tree as completely unpacked from the archive with that SHA-256, and notes its number of
 * files and bytes, so that a later damage shows.
 */
export async function markComplete(tree: string, archiveSha256: string): Promise<void> {
  await writeFile(join(tree, completionMarker), await markOf(tree, archiveSha256));
}

/**
 * Tells whether a tree is what was unpacked from the archive with that SHA-256: marked complete,
 * and with as many files and bytes as then. Costs a few milliseconds, as no content is read.
 */
export async function isComplete(tree: string, archiveSha256: string): Promise<boolean> {
  const mark = await readFile(join(tree, completionMarker), "utf8").catch(() => undefined);
  return mark !== undefined && mark === (await markOf(tree, archiveSha256));
}

async function markOf(tree: string, archiveSha256: string): Promise<string> {
  const entries = await readdir(tree, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && entry.name !== completionMarker);
  const sizes = await Promise.all(
    files.map(async (file) => (await stat(join(file.parentPath, file.name))).size),
  );
  const bytes = sizes.reduce((sum, size) => sum + size, 0);
  return `archive sha256 ${archiveSha256}\nfiles ${files.length}\nbytes ${bytes}\n`;
}
