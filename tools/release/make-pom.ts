import type { Project } from "../build/make-sbom.ts";
import { coordinatesOf } from "./coordinates.ts";
import type { Repository } from "./repository.ts";

/** The licences that package.json may name, and where their text is. */
const licenceUrls: Readonly<Record<string, string>> = {
  "Apache-2.0": "https://www.apache.org/licenses/LICENSE-2.0.txt",
};

const escapes: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };
const text = (value: string) => value.replaceAll(/[&<>]/g, (it) => escapes[it] ?? it);

/**
 * Writes the POM with what Maven Central wants to know: coordinates, name, description, address, licence, developers
 * and SCM. It has no dependencies: the JAR is a theme.
 *
 * @throws where package.json has a licence whose text has no known address
 * @see [sufficient metadata](https://central.sonatype.org/publish/requirements/#sufficient-metadata)
 */
export function makePom(project: Project, repository: Repository): string {
  const { group, artifact, version } = coordinatesOf(project, repository);
  const { owner, url } = repository;
  const licenceUrl = licenceUrls[project.license];
  if (licenceUrl === undefined) throw new Error(`No address is known of ${project.license}.`);
  return `<?xml version="1.0" encoding="UTF-8"?>
<project xmlns="http://maven.apache.org/POM/4.0.0" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://maven.apache.org/POM/4.0.0 http://maven.apache.org/xsd/maven-4.0.0.xsd">
  <modelVersion>4.0.0</modelVersion>
  <groupId>${text(group)}</groupId>
  <artifactId>${text(artifact)}</artifactId>
  <version>${text(version)}</version>
  <packaging>jar</packaging>
  <name>${text(artifact)}</name>
  <description>${text(project.description)}</description>
  <url>${text(url)}</url>
  <licenses>
    <license>
      <name>${text(project.license)}</name>
      <url>${licenceUrl}</url>
      <distribution>repo</distribution>
    </license>
  </licenses>
  <developers>
    <developer>
      <id>${text(owner)}</id>
      <name>${text(owner)}</name>
      <url>https://github.com/${text(owner)}</url>
    </developer>
  </developers>
  <scm>
    <connection>scm:git:${text(url)}.git</connection>
    <developerConnection>scm:git:${text(url)}.git</developerConnection>
    <url>${text(url)}</url>
    <tag>v${text(version)}</tag>
  </scm>
</project>
`;
}
