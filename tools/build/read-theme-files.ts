import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Bundle } from "./bundle-scripts.ts";

const adminTheme = "theme/service-account-presets/admin";

/**
 * Collects what goes into the JAR: `META-INF/`, `theme/` as they stand, the bundled scripts, and
 * the admin theme's `scripts` property naming the entry script.
 *
 * @param parent the admin theme that ours is put above; the one of `theme/` where it is left out
 * @returns contents by their path inside the JAR
 * @see [Deploying themes](https://www.keycloak.org/ui-customization/themes#_deploying-themes)
 */
export async function readThemeFiles(
  root: string,
  bundle: Bundle,
  parent?: string,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>();
  for (const folder of ["META-INF", "theme"]) {
    const entries = await readdir(join(root, folder), { recursive: true, withFileTypes: true });
    for (const entry of entries.filter((candidate) => candidate.isFile())) {
      const path = join(entry.parentPath, entry.name);
      const inJar = path.slice(join(root, "/").length).replaceAll("\\", "/");
      files.set(inJar, await readFile(path));
    }
  }
  for (const { name, contents } of bundle.scripts) {
    files.set(`${adminTheme}/resources/js/${name}`, contents);
  }
  const path = `${adminTheme}/theme.properties`;
  const stock = new TextDecoder().decode(files.get(path)).trimEnd();
  const properties = parent === undefined ? stock : `parent=${parent}`;
  const text = `${properties}\nscripts=js/${bundle.entryName}\n`;
  files.set(path, new TextEncoder().encode(text));
  return files;
}
