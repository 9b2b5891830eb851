import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { execa } from "execa";
import { packJar } from "../build/pack-jar.ts";
import type { Repository } from "./repository.ts";

/** What the JAR is built from, and its licence. package.json isn't there: a release may write into it. */
const parts = ["src", "messages", "theme", "META-INF", "LICENSE"];

/**
 * Packs the sources: the files that git tracks, as they are in the folder.
 *
 * @throws where the folder is no clone
 */
export async function sourcesJar(root: string): Promise<Uint8Array> {
  const { stdout } = await execa("git", ["ls-files", "-z", "--", ...parts], { cwd: root });
  const paths = stdout.split("\0").filter((path) => path !== "");
  const files = paths.map(async (path) => [path, await readFile(join(root, path))] as const);
  return packJar(new Map(await Promise.all(files)));
}

/**
 * Packs what stands in for Javadoc, which a theme can't have: Maven Central wants the JAR, and proposes a README
 * that leads to the documentation.
 *
 * @see [Javadoc and sources](https://central.sonatype.org/publish/requirements/#supply-javadoc-and-sources)
 */
export function javadocJar({ url }: Repository, version: string): Uint8Array {
  const readme = `# No Javadoc

The JAR is a theme of Keycloak's admin console. It has no Java classes.

Documentation: ${url}/blob/v${version}/README.md
`;
  return packJar(new Map([["README.md", new TextEncoder().encode(readme)]]));
}
