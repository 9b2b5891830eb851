import { mkdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { ExpectedError } from "../../../tools/command/expected-error.ts";
import { cacheDirectory } from "../../../tools/keycloak/archive/archive-cache.ts";
import { copyFromMaven } from "../../../tools/keycloak/archive/copy-from-maven.ts";
import { reasonOf } from "../../../tools/keycloak/archive/reason-of.ts";
import { findJava } from "../../../tools/keycloak/server/find-java.ts";

/**
 * The release of Phase Two's organizations extension that is measured, on the newest minor of
 * Keycloak that it works on: with 26.6 and 26.7 the server starts, but answers each of its calls with
 * 500, since a method that it calls (`Cors.allowedOrigins`) is another one there.
 *
 * @see [keycloak-orgs](https://github.com/p2-inc/keycloak-orgs)
 */
export const phaseTwoExtension = {
  name: "keycloak-orgs 0.144",
  keycloakVersion: "26.5.6",
  /** Its classes are compiled for this one. */
  oldestJava: 21,
} as const;

/** Maven coordinates of its JAR and of the one that it looks up domains with, which it doesn't bring along. */
const artifacts = ["io.phasetwo.keycloak:keycloak-orgs:0.144", "dnsjava:dnsjava:3.6.4"];

const resources = "io.phasetwo.service.resource";

/**
 * Where the addresses of the extension's API begin, and the class behind each: what its two
 * `RealmResourceProviderFactory` make. The class of each of their sub-resources can be told from the
 * code.
 *
 * @see [Extending the server: custom REST endpoints](https://www.keycloak.org/docs/latest/server_development/#_extensions_rest)
 */
export const phaseTwoApi = {
  roots: new Map([
    ["/realms/{realm}/orgs", `${resources}.OrganizationsResource`],
    ["/realms/{realm}/users", `${resources}.UserResource`],
  ]),
  untyped: new Map<string, readonly string[]>(),
};

/**
 * The extension's JARs, kept in the project's cache, or copied there by the person's own `mvn`. Throws an
 * ExpectedError when Maven doesn't get one, or when the Java that would run Keycloak is too old for them.
 */
export async function obtainExtension(): Promise<readonly string[]> {
  await assertJava();
  const jars: string[] = [];
  for (const artifact of artifacts) jars.push(await obtainJar(artifact));
  return jars;
}

async function assertJava(): Promise<void> {
  const { oldestJava } = phaseTwoExtension;
  const { majorVersion, home } = await findJava({});
  if (majorVersion >= oldestJava) return;
  const place = home === undefined ? "PATH" : `JAVA_HOME (${home})`;
  throw new ExpectedError(
    `The extension needs Java ${oldestJava} or newer, but ${place} holds Java ${majorVersion}: install a JDK (for example Eclipse Temurin ${oldestJava}, https://adoptium.net), set JAVA_HOME to its folder, then run this again.`,
  );
}

async function obtainJar(artifact: string): Promise<string> {
  const cache = cacheDirectory();
  const [, name, version] = artifact.split(":");
  const jar = join(cache, `${name}-${version}.jar`);
  if ((await stat(jar).catch(() => undefined))?.isFile()) return jar;
  await mkdir(cache, { recursive: true });
  await copyFromMaven(artifact, jar, () => {}).catch((error) => {
    throw new ExpectedError(
      `Maven didn't get ${artifact} (${reasonOf(error)}): fix that or put its JAR into ${jar}, then run this again.`,
    );
  });
  return jar;
}
