import { createHash } from "node:crypto";
import { type Coordinates, pathOf } from "./coordinates.ts";

/** The four files that Maven Central wants of a JAR. */
export interface Published {
  readonly jar: Uint8Array;
  readonly sources: Uint8Array;
  readonly javadoc: Uint8Array;
  readonly pom: Uint8Array;
}

/** Makes a detached signature, in text form. */
export type Sign = (contents: Uint8Array) => Promise<Uint8Array>;

const checksum = (algorithm: string, contents: Uint8Array) =>
  new TextEncoder().encode(createHash(algorithm).update(contents).digest("hex"));

/**
 * Lays files out as a Maven repository has them, each with its checksums, and with its signature where one is made.
 * Signatures have no checksums of their own, as in Sonatype's example.
 *
 * @returns contents by path: what an upload to Maven Central has in it
 * @see [the required files](https://central.sonatype.org/publish/requirements/)
 * @see [an upload's layout](https://central.sonatype.org/publish/publish-portal-upload/)
 */
export async function centralFiles(
  coordinates: Coordinates,
  { jar, sources, javadoc, pom }: Published,
  sign?: Sign,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>();
  for (const [ending, contents] of [
    [".jar", jar],
    ["-sources.jar", sources],
    ["-javadoc.jar", javadoc],
    [".pom", pom],
  ] as const) {
    const path = pathOf(coordinates, ending);
    files.set(path, contents);
    for (const algorithm of ["md5", "sha1", "sha256"]) {
      files.set(`${path}.${algorithm}`, checksum(algorithm, contents));
    }
    if (sign !== undefined) files.set(`${path}.asc`, await sign(contents));
  }
  return files;
}
