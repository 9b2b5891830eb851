import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import packageJson from "../../package.json" with { type: "json" };
import { type JarFacts, jarFile, ownTheme } from "../../src/catalog/server/own-theme.ts";
import type { Bundle } from "./bundle-scripts.ts";

const adminTheme = `theme/${ownTheme}/admin`;

/**
 * Collects what goes into the JAR: `META-INF/`, `theme/` as they stand, the bundled scripts, the
 * admin theme's `scripts` property naming the entry script, and the file that tells `presets doctor`
 * which JAR it is.
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
  const script = `js/${bundle.entryName}`;
  const encode = (text: string) => new TextEncoder().encode(text);
  files.set(path, encode(`${properties}\nscripts=${script}\n`));
  const facts: JarFacts = {
    version: packageJson.version,
    parent: /^parent=(.*)$/m.exec(properties)?.[1] ?? "",
    script,
  };
  files.set(
    `theme/${ownTheme}/common/resources/${jarFile}`,
    encode(`${JSON.stringify(facts, undefined, 2)}\n`),
  );
  return files;
}
