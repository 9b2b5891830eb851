import { execFile } from "node:child_process";
import { mkdir, rename, stat } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { cacheDirectory } from "../../../tools/keycloak/cache-directory.ts";
import { ExpectedError } from "../../../tools/keycloak/expected-error.ts";
import { partialName } from "../../../tools/keycloak/partial-name.ts";
import { reasonOf } from "../../../tools/keycloak/reason-of.ts";

/**
 * The extension's JARs, kept in the project's cache, or copied there by the person's own `mvn`, with
 * the person's own settings. Throws an ExpectedError when Maven doesn't get one.
 *
 * @param artifacts Maven coordinates: group, artifact and version.
 * @see [dependency:copy](https://maven.apache.org/plugins/maven-dependency-plugin/copy-mojo.html)
 */
export async function obtainExtension(artifacts: readonly string[]): Promise<readonly string[]> {
  const jars: string[] = [];
  for (const artifact of artifacts) jars.push(await obtainJar(artifact));
  return jars;
}

/** What Maven itself says of it; it writes its errors to where its output goes. */
function failureOf(error: unknown): string {
  const output = error instanceof Error && "stdout" in error ? String(error.stdout) : "";
  return /\[ERROR\] (.{1,300})/.exec(output)?.[1] ?? reasonOf(error);
}

async function obtainJar(artifact: string): Promise<string> {
  const cache = cacheDirectory();
  const [, name, version] = artifact.split(":");
  const jar = join(cache, `${name}-${version}.jar`);
  if ((await stat(jar).catch(() => undefined))?.isFile()) return jar;
  // An own empty folder: a pom.xml or .mvn of wherever we were started is not meant.
  const folder = partialName(cache);
  await mkdir(folder, { recursive: true });
  try {
    await promisify(execFile)(
      "mvn",
      [
        "--quiet",
        "--strict-checksums",
        "-Dstyle.color=never",
        "dependency:copy",
        `-Dartifact=${artifact}`,
        `-DoutputDirectory=${folder}`,
      ],
      { cwd: folder, shell: process.platform === "win32" },
    );
    await rename(join(folder, `${name}-${version}.jar`), jar);
  } catch (error) {
    throw new ExpectedError(
      `Maven didn't get ${artifact} (${failureOf(error)}): mend that or put its JAR into ${jar}, then run this again.`,
    );
  }
  return jar;
}
