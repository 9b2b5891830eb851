/**
 * `npm run release-files`: writes what makes a release known elsewhere into dist/release/: the entry of Keycloak's
 * list of extensions, and what is uploaded to Maven Central.
 */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { buildJar } from "../build.ts";
import packageJson from "../package.json" with { type: "json" };
import { runTool } from "./command/run-tool.ts";
import { declareTool } from "./command/tool.ts";
import { artifactOf, coordinatesOf } from "./release/coordinates.ts";
import { fetchWithMaven } from "./release/fetch-with-maven.ts";
import { parseRepository } from "./release/repository.ts";
import { signWithGpg } from "./release/sign-with-gpg.ts";
import { writeReleaseFiles } from "./release/write-release-files.ts";
import { root } from "./test/root.ts";

const command = declareTool(
  "npm run release-files",
  "Builds the JAR, and writes the entry of Keycloak's list of extensions and the files for Maven Central into dist/release/.",
)
  .requiredOption("--repository <owner/name>", "the repository on GitHub", parseRepository)
  .option("--sign <key>", "sign the files for Maven Central with this key of gpg")
  .option("--fetch", "have the installed Maven fetch the JAR from these files, and compare it");

await runTool(command, async ({ options: { repository, sign, fetch } }) => {
  // Built here: a JAR that was built with a policy or another parent must not be published.
  const { jarPath } = await buildJar();
  const { entry, maven, bundle } = await writeReleaseFiles(join(root, "dist/release"), {
    ...{ root, project: packageJson, repository, jar: await readFile(jarPath) },
    ...(sign === undefined ? {} : { sign: signWithGpg(sign) }),
  });
  const coordinates = coordinatesOf(packageJson, repository);
  console.log(`${artifactOf(coordinates)}\n\nWrote ${entry}\n  ${maven}\n  and ${bundle}`);
  if (fetch) {
    await fetchWithMaven(maven, coordinates);
    console.log("Maven accepted the POM and fetched the three JARs, byte for byte.");
  }
});
