import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

/**
 * Tells the version of an unpacked Keycloak from its `version.txt`, else from the names of its JARs;
 * undefined when the folder holds no Keycloak.
 */
export async function keycloakVersionOf(home: string): Promise<string | undefined> {
  return (await versionInText(home)) ?? (await versionInJarNames(home));
}

async function versionInText(home: string): Promise<string | undefined> {
  const text = await readFile(join(home, "version.txt"), "utf8").catch(() => "");
  return /Version\s+(\S+)/.exec(text)?.[1];
}

async function versionInJarNames(home: string): Promise<string | undefined> {
  const names = await readdir(join(home, "lib", "lib", "main")).catch(() => []);
  for (const name of names) {
    const version = /^org\.keycloak\.keycloak-core-(.+)\.jar$/.exec(name)?.[1];
    if (version !== undefined) {
      return version;
    }
  }
  return undefined;
}
