import { mkdir, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Project } from "../build/make-sbom.ts";
import { packJar } from "../build/pack-jar.ts";
import { centralFiles, type Sign } from "./central-files.ts";
import { javadocJar, sourcesJar } from "./companion-jars.ts";
import { coordinatesOf } from "./coordinates.ts";
import { listEntry } from "./list-entry.ts";
import { makePom } from "./make-pom.ts";
import type { Repository } from "./repository.ts";

/** What a release is made of. */
export interface Release {
  /** The clone that the sources are taken from. */
  readonly root: string;
  readonly project: Project;
  readonly repository: Repository;
  readonly jar: Uint8Array;
  /** Without it, the files for Maven Central lack their signatures, and are the same each time. */
  readonly sign?: Sign;
}

/**
 * Writes what makes a release known elsewhere: the entry of Keycloak's list of extensions, and the files for Maven
 * Central, as a Maven repository and as one archive to upload.
 *
 * @param folder replaced as a whole
 * @returns the paths of the three
 */
export async function writeReleaseFiles(folder: string, release: Release) {
  const { root, project, repository, jar, sign } = release;
  const coordinates = coordinatesOf(project, repository);
  const pom = new TextEncoder().encode(makePom(project, repository));
  const sources = await sourcesJar(root);
  const javadoc = javadocJar(repository, project.version);
  const files = await centralFiles(coordinates, { jar, sources, javadoc, pom }, sign);
  const maven = join(folder, "maven");
  const entry = join(folder, `${project.name}.json`);
  const signed = sign === undefined ? "unsigned" : "signed";
  const bundle = join(folder, `${project.name}-${project.version}-maven-${signed}.zip`);
  await rm(folder, { recursive: true, force: true });
  for (const [path, contents] of files) {
    await mkdir(join(maven, dirname(path)), { recursive: true });
    await writeFile(join(maven, path), contents);
  }
  await writeFile(entry, listEntry(project, repository));
  await writeFile(bundle, packJar(files));
  return { entry, maven, bundle };
}
