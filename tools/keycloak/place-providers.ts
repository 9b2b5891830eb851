import { copyFile, readdir, readFile, rm } from "node:fs/promises";
import { basename, join } from "node:path";
import { ExpectedError } from "./expected-error.ts";

/**
 * Makes the JARs in the folder `providers/` of a working copy exactly the given ones.
 *
 * A JAR that is already there with the same content is not touched: Keycloak compares the files'
 * times and would build itself anew, which takes some twenty seconds ("Configuring Keycloak",
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
