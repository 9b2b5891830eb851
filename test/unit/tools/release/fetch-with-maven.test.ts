/** Maven itself is asked by `npm run release-files -- --fetch`; here is what is made of its answers. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { coordinatesOf, pathOf } from "../../../../tools/release/coordinates.ts";
import { fetchWithMaven } from "../../../../tools/release/fetch-with-maven.ts";
import { makeTestFolder } from "../../cli/test-folder.ts";
import { project, repository } from "./any-release.ts";
import { fakeProgram, noPrograms } from "./fake-program.ts";

const coordinates = coordinatesOf(project, repository);
const { path: maven } = makeTestFolder();
for (const ending of [".jar", "-sources.jar", "-javadoc.jar", ".pom"]) {
  const path = join(maven, pathOf(coordinates, ending));
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `the file ${ending}`);
}

/** Answers `dependency:copy` from the repository of the pom.xml beside it, and notes each call. */
const mavenScript = (change: string) => `
import { appendFileSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
const words = process.argv.slice(2);
appendFileSync(dirname(fileURLToPath(import.meta.url)) + "/calls", words.join(" ") + "\\n");
const option = (name) => words.find((it) => it.startsWith(name))?.slice(name.length);
if (words.includes("dependency:copy")) {
  const [group, artifact, version, , classifier] = option("-Dartifact=").split(":");
  const name = artifact + "-" + version + (classifier ? "-" + classifier : "") + ".jar";
  const url = /<url>(.*)<.url>/.exec(readFileSync("pom.xml", "utf8"))[1];
  const path = [url, group.replaceAll(".", "/"), artifact, version, name].join("/");
  const contents = readFileSync(fileURLToPath(path), "utf8");
  writeFileSync(option("-DoutputDirectory=") + "/" + name, contents${change});
}
`;

test("Maven reads the POM and fetches the three JARs, with all checksums and a local repository of its own", async () => {
  const program = fakeProgram("mvn", mavenScript(""));
  await fetchWithMaven(maven, coordinates);
  const calls = readFileSync(join(program, "calls"), "utf8").trim().split("\n");
  expect(calls).toHaveLength(4);
  for (const call of calls) {
    expect(call).toMatch(/--strict-checksums -Dmaven\.repo\.local=\S+presets-maven-\S+\/local /);
  }
  expect(calls[0]).toContain(`--file ${join(maven, pathOf(coordinates, ".pom"))} validate`);
});

test("other bytes than those of the repository are told", async () => {
  fakeProgram("mvn", mavenScript(' + "!"'));
  await expect(fetchWithMaven(maven, coordinates)).rejects.toThrow("other bytes");
});

test("what Maven says of a failure is told", async () => {
  fakeProgram("mvn", 'console.log("[ERROR] The POM is invalid"); process.exit(1);');
  await expect(fetchWithMaven(maven, coordinates)).rejects.toThrow(
    "Maven failed: The POM is invalid",
  );
});

test("where there is no Maven, that is told", async () => {
  noPrograms();
  await expect(fetchWithMaven(maven, coordinates)).rejects.toThrow("no program mvn");
});
