import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { bundleScripts } from "../../../tools/build/bundle-scripts.ts";
import { packJar } from "../../../tools/build/pack-jar.ts";
import { readThemeFiles } from "../../../tools/build/read-theme-files.ts";
import { root } from "../../../tools/test/root.ts";

/** The JAR of a coming version. */
export interface NextJar {
  readonly jarPath: string;
  /** The file name of the script that each console page loads. */
  readonly entryName: string;
}

/**
 * Makes the JAR that a later version would be: each of its scripts has another name than now, as after
 * a change of all of them.
 */
export async function makeNextJar(folder: string): Promise<NextJar> {
  const bundle = await bundleScripts(root);
  const nextName = (name: string) => name.replace(/-(\w+)\.js$/, "-$1NEXT.js");
  const scripts = bundle.scripts.map(({ name, contents }) => {
    let text = new TextDecoder().decode(contents);
    for (const other of bundle.scripts) text = text.replaceAll(other.name, nextName(other.name));
    return { name: nextName(name), contents: new TextEncoder().encode(text) };
  });
  const entryName = nextName(bundle.entryName);
  const jarPath = join(folder, "next.jar");
  const files = await readThemeFiles(root, { ...bundle, entryName, scripts });
  await writeFile(jarPath, packJar(files));
  return { jarPath, entryName };
}
