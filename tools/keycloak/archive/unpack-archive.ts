import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { extract } from "tar";
import { DamagedArchiveError } from "./archive-source.ts";
import { keycloakVersionOf } from "./keycloak-version-of.ts";
import { partialName } from "./partial-name.ts";
import { reasonOf } from "./reason-of.ts";

/**
 * Unpacks a Keycloak archive (tar.gz with one top folder) to the folder `tree`.
 *
 * The tree gets its name only when it is complete; when another process was quicker, its tree
 * stays. Throws a DamagedArchiveError when the archive can't be read to its end or holds another
 * version.
 */
export async function unpackArchive(options: {
  archive: string;
  sha256: string;
  version: string;
  tree: string;
}): Promise<void> {
  const { archive, sha256, version, tree } = options;
  const partial = partialName(dirname(tree));
  await mkdir(partial, { recursive: true });
  try {
    await extract({ file: archive, cwd: partial, strip: 1, strict: true }).catch((error) => {
      throw new DamagedArchiveError(`it can't be unpacked (${reasonOf(error)})`);
    });
    const found = await keycloakVersionOf(partial);
    if (found !== version) {
      throw new DamagedArchiveError(`it holds ${found === undefined ? "no Keycloak" : found}`);
    }
    await markComplete(partial, sha256);
    if (!(await isComplete(tree, sha256))) {
      await rm(tree, { recursive: true, force: true });
      await rename(partial, tree).catch(async (error) => {
        // Between the two lines above another process may have put its own tree there.
        if (!(await isComplete(tree, sha256))) {
          throw error;
        }
      });
    }
  } finally {
    await rm(partial, { recursive: true, force: true });
  }
}

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
