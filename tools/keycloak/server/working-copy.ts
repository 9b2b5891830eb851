import { constants } from "node:fs";
import { copyFile, cp, mkdir, readdir, readFile, rename, rm } from "node:fs/promises";
import { basename, dirname, join, relative, sep } from "node:path";
import { ExpectedError } from "../../command/expected-error.ts";
import { keycloakVersionOf } from "../archive/keycloak-version-of.ts";
import { partialName, removeAbandonedPartials } from "../archive/partial-name.ts";
import { completionMarker } from "../archive/unpack-archive.ts";

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

/**
 * Makes the JARs in the folder `providers/` of a working copy exactly the given ones.
 *
 * A JAR that is already there with the same content is not touched: Keycloak compares the files'
 * times and would build itself again, which takes some twenty seconds ("Configuring Keycloak",
 * https://www.keycloak.org/server/configuration). Throws an ExpectedError when a given JAR is
 * missing.
 */
export async function placeProviders(directory: string, jars: readonly string[]): Promise<void> {
  const folder = join(directory, "providers");
  const names = new Set(jars.map((jar) => basename(jar)));
  for (const name of await readdir(folder)) {
    if (name.endsWith(".jar") && !names.has(name)) {
      await rm(join(folder, name));
    }
  }
  for (const jar of jars) {
    const content = await readFile(jar).catch(() => {
      throw new ExpectedError(`There is no JAR ${jar}: build it with \`npm run build\`.`);
    });
    const placed = join(folder, basename(jar));
    const existing = await readFile(placed).catch(() => undefined);
    if (existing === undefined || !content.equals(existing)) {
      await copyFile(jar, placed);
    }
  }
}
