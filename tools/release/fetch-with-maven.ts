import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { ExpectedError } from "../command/expected-error.ts";
import { runQuietly } from "../command/run-quietly.ts";
import { artifactOf, type Coordinates, pathOf } from "./coordinates.ts";

/**
 * Has the installed Maven read the POM, and fetch the JAR from a repository in a folder as a user fetches it from
 * Maven Central, with all checksums. Its local repository is a new one: one that isn't published yet must not stay
 * in the person's own.
 *
 * @param repository the folder that is laid out as a Maven repository
 * @throws ExpectedError where Maven fails, or fetches other bytes
 * @see [dependency:copy](https://maven.apache.org/plugins/maven-dependency-plugin/copy-mojo.html)
 */
export async function fetchWithMaven(repository: string, coordinates: Coordinates): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "presets-maven-"));
  try {
    const providers = join(folder, "providers");
    await mkdir(providers);
    await writeFile(join(folder, "pom.xml"), consumerPom(repository));
    const shared = ["--batch-mode", "--strict-checksums", `-Dmaven.repo.local=${folder}/local`];
    const mvn = async (...words: readonly string[]) => {
      const trouble = await runQuietly(["mvn", ...shared, ...words], { folder, silence: 120_000 });
      if (trouble !== undefined) throw new ExpectedError(`Maven failed: ${trouble}`);
    };
    await mvn("--file", join(repository, pathOf(coordinates, ".pom")), "validate");
    const artifact = artifactOf(coordinates);
    for (const [wanted, ending] of [
      [artifact, ".jar"],
      [`${artifact}:jar:sources`, "-sources.jar"],
      [`${artifact}:jar:javadoc`, "-javadoc.jar"],
    ] as const) {
      await mvn("dependency:copy", `-Dartifact=${wanted}`, `-DoutputDirectory=${providers}`);
      const path = pathOf(coordinates, ending);
      const fetched = await readFile(join(providers, path.slice(path.lastIndexOf("/"))));
      if (!fetched.equals(await readFile(join(repository, path)))) {
        throw new ExpectedError(`Maven fetched other bytes than those of ${path}.`);
      }
    }
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** A project that looks into the folder too, so that the person's own settings stay as they are. */
function consumerPom(repository: string): string {
  const url = pathToFileURL(repository).href.replaceAll("&", "&amp;");
  return `<project>
  <modelVersion>4.0.0</modelVersion>
  <groupId>local</groupId>
  <artifactId>consumer</artifactId>
  <version>1</version>
  <packaging>pom</packaging>
  <repositories>
    <repository>
      <id>folder</id>
      <url>${url}</url>
    </repository>
  </repositories>
</project>
`;
}
