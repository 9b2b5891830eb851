import { constants } from "node:fs";
import { cp, mkdir, rename, rm } from "node:fs/promises";
import { dirname, relative, sep } from "node:path";
import { ExpectedError } from "./expected-error.ts";
import { keycloakVersionOf } from "./keycloak-version-of.ts";
import { partialName, removeAbandonedPartials } from "./partial-name.ts";
import { completionMarker } from "./unpacked-tree.ts";

/**
 * Makes the folder `directory` a copy of the Keycloak in `home`, which `kc.sh` may write to; an
 * existing copy stays as it is, with its database.
 *
 * What makes somebody's Keycloak their own (database, providers, themes, configuration, keys) is
 * not copied: `home` may be a server in use. Throws an ExpectedError when the folder holds
 * something else.
 */
export async function makeWorkingCopy(home: string, directory: string): Promise<void> {
  const [wanted, existing] = await Promise.all([
    keycloakVersionOf(home),
    keycloakVersionOf(directory),
  ]);
  if (existing !== undefined && existing === wanted) {
    return;
  }
  if (existing !== undefined) {
    throw new ExpectedError(
      `${directory} holds Keycloak ${existing}, not ${wanted}: remove that folder, then run this again.`,
    );
  }
  const parent = dirname(directory);
  await mkdir(parent, { recursive: true });
  await removeAbandonedPartials(parent);
  const partial = partialName(parent);
  try {
    await cp(home, partial, {
      recursive: true,
      // Where the file system can share blocks between files, this costs neither time nor space.
      mode: constants.COPYFILE_FICLONE,
      filter: (source) => belongsToTheRelease(relative(home, source)),
    });
    for (const folder of ["data", "providers", "themes"]) {
      await mkdir(`${partial}${sep}${folder}`, { recursive: true });
    }
    await rename(partial, directory);
  } finally {
    await rm(partial, { recursive: true, force: true });
  }
}

function belongsToTheRelease(path: string): boolean {
  const [top, ...rest] = path.split(sep);
  if (path === completionMarker || top === "data" || top === "providers" || top === "themes") {
    return false;
  }
  if (top === "conf" && rest.length > 0) {
    // Kept: the cache configuration. Left out: keycloak.conf, quarkus.properties, key stores.
    return /^(cache-.*\.xml|README\.md|truststores)$/.test(rest.join(sep));
  }
  return true;
}
