import { mkdir, readdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { runQuietly } from "../../command/run-quietly.ts";
import { partialName } from "./partial-name.ts";

/**
 * Has the person's own `mvn`, with the person's own settings (mirrors, proxies, local repository), copy an
 * artifact to the file `target`. Maven checks the checksums of what it downloads, strictly. Throws an Error that
 * says in a few words why there is none.
 *
 * @param artifact Maven coordinates: group, artifact, version, and the packaging where it is no JAR
 * @param target a file in a folder that exists
 * @param report told how far it is
 * @see [dependency:copy](https://maven.apache.org/plugins/maven-dependency-plugin/copy-mojo.html)
 */
export async function copyFromMaven(
  artifact: string,
  target: string,
  report: (line: string) => void,
): Promise<void> {
  // Its own empty folder: a pom.xml or .mvn of wherever we were started is not meant.
  const folder = partialName(join(target, ".."));
  await mkdir(folder);
  try {
    const trouble = await runQuietly(["mvn", ...mavenArguments(artifact, folder)], {
      folder,
      silence: 60_000,
      onProgress: (seconds, output) =>
        report(`  Maven at work for ${seconds} s${transferIn(output)}`),
    });
    if (trouble !== undefined) throw new Error(trouble);
    const [name] = await readdir(folder);
    if (name === undefined) throw new Error("it ended without giving the file");
    await rename(join(folder, name), target);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function mavenArguments(artifact: string, folder: string): readonly string[] {
  return [
    "--strict-checksums",
    "--no-snapshot-updates",
    "-Dstyle.color=never",
    // A repository that a firewall swallows must not hold Maven up: 5 s to connect.
    "-Daether.connector.connectTimeout=5000",
    "dependency:copy",
    `-Dartifact=${artifact}`,
    `-DoutputDirectory=${folder}`,
  ];
}

/** Maven writes "Progress (1): 12/176 MB" while it downloads. */
function transferIn(output: string): string {
  const transfer = /Progress \(\d+\): (\S+)\/(\d+ \S+)(?![\s\S]*Progress)/.exec(output);
  return transfer === null ? "" : `, ${transfer[1]} of ${transfer[2]}`;
}
