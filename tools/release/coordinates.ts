import type { Project } from "../build/make-sbom.ts";
import type { Repository } from "./repository.ts";

/** Where Maven finds this extension. */
export interface Coordinates {
  readonly group: string;
  readonly artifact: string;
  readonly version: string;
}

/**
 * The coordinates on Maven Central. Sonatype gives the owner of a GitHub account, who signs in with it, the group
 * io.github.<owner> without another proof.
 *
 * @see [namespaces](https://central.sonatype.org/register/namespace/)
 */
export function coordinatesOf({ name, version }: Project, { owner }: Repository): Coordinates {
  return { group: `io.github.${owner.toLowerCase()}`, artifact: name, version };
}

/** Coordinates as Maven's commands take them. */
export function artifactOf({ group, artifact, version }: Coordinates): string {
  return `${group}:${artifact}:${version}`;
}

/**
 * Where a Maven repository has the files of these coordinates.
 *
 * @param ending what follows the version, such as "-sources.jar"
 * @see [Maven repository layout](https://maven.apache.org/repository/layout.html)
 */
export function pathOf({ group, artifact, version }: Coordinates, ending: string): string {
  const folder = `${group.replaceAll(".", "/")}/${artifact}/${version}`;
  return `${folder}/${artifact}-${version}${ending}`;
}
