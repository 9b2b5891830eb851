import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { unzipSync } from "fflate";
import { expect, test } from "vitest";
import { writeReleaseFiles } from "../../../../tools/release/write-release-files.ts";
import { makeProject } from "../../lab/evidence/make-project.ts";
import { project, repository } from "./any-release.ts";

const jar = new TextEncoder().encode("a JAR");
const start = "io/github/some-owner/some-extension/2.1.0-rc.1/some-extension-2.1.0-rc.1";

/** A clone with sources, with something that git doesn't track, and with what isn't a source. */
function makeClone() {
  const clone = makeProject();
  clone.write("LICENSE", "A licence\n");
  clone.write("messages/messages_en.properties", "a=ü\n");
  clone.write("tools/build.ts", "export {};\n");
  clone.commit();
  clone.write("src/not-tracked.ts", "export {};\n");
  return clone;
}

const releaseIn = (root: string) => ({ root, project, repository, jar });

test("the files are an entry for Keycloak's list, a Maven repository and the same as an archive", async () => {
  const { folder } = makeClone();
  const written = await writeReleaseFiles(join(folder, "dist"), releaseIn(folder));
  expect(readdirSync(join(folder, "dist")).sort()).toEqual([
    "maven",
    "some-extension-2.1.0-rc.1-maven-unsigned.zip",
    "some-extension.json",
  ]);
  const files = readdirSync(written.maven, { recursive: true, encoding: "utf8" })
    .filter((path) => statSync(join(written.maven, path)).isFile())
    .map((path) => path.replaceAll("\\", "/"));
  const archive = unzipSync(readFileSync(written.bundle));
  expect(Object.keys(archive)).toEqual(files.sort());
  for (const [path, contents] of Object.entries(archive)) {
    expect(readFileSync(join(written.maven, path))).toEqual(Buffer.from(contents));
  }
  expect(archive[`${start}.jar`]).toEqual(jar);
});

test("the sources are the tracked files that the JAR is built from, and the Javadoc says where to read", async () => {
  const { folder } = makeClone();
  const { bundle } = await writeReleaseFiles(join(folder, "dist"), releaseIn(folder));
  const archive = unzipSync(readFileSync(bundle));
  const textsIn = (path: string) =>
    Object.entries(unzipSync(archive[path] ?? new Uint8Array())).map(([name, contents]) => [
      name,
      new TextDecoder().decode(contents),
    ]);
  expect(textsIn(`${start}-sources.jar`)).toEqual([
    ["LICENSE", "A licence\n"],
    ["messages/messages_en.properties", "a=ü\n"],
    ["src/main.ts", "export {};\n"],
  ]);
  expect(textsIn(`${start}-javadoc.jar`)).toEqual([
    [
      "README.md",
      expect.stringContaining(
        "https://github.com/Some-Owner/some_repo.js/blob/v2.1.0-rc.1/README.md",
      ),
    ],
  ]);
});

test("without signatures, two clones give the same bytes", async () => {
  const [one, another] = await Promise.all(
    [makeClone(), makeClone()].map(async ({ folder }) => {
      const { bundle } = await writeReleaseFiles(join(folder, "dist"), releaseIn(folder));
      return readFileSync(bundle);
    }),
  );
  expect(one).toEqual(another);
});

test("with a key, the archive has the signatures, and its name says so", async () => {
  const { folder } = makeClone();
  const sign = async () => new TextEncoder().encode("a signature");
  const release = { ...releaseIn(folder), sign };
  const { bundle } = await writeReleaseFiles(join(folder, "dist"), release);
  expect(bundle).toMatch(/-maven-signed\.zip$/);
  expect(Object.keys(unzipSync(readFileSync(bundle)))).toContain(`${start}.pom.asc`);
});

test("files of an earlier release are gone; those that stood are left where signing fails", async () => {
  const { folder } = makeClone();
  const dist = join(folder, "dist");
  await writeReleaseFiles(dist, releaseIn(folder));
  writeFileSync(join(dist, "old.zip"), "");
  const sign = () => Promise.reject(new Error("no key"));
  await expect(writeReleaseFiles(dist, { ...releaseIn(folder), sign })).rejects.toThrow("no key");
  expect(readdirSync(dist)).toContain("old.zip");
  await writeReleaseFiles(dist, releaseIn(folder));
  expect(readdirSync(dist)).not.toContain("old.zip");
});
