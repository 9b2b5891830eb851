import { mkdir, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { extract } from "tar";
import { DamagedArchiveError } from "./damaged-archive-error.ts";
import { keycloakVersionOf } from "./keycloak-version-of.ts";
import { partialName } from "./partial-name.ts";
import { reasonOf } from "./reason-of.ts";
import { isComplete, markComplete } from "./unpacked-tree.ts";

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
