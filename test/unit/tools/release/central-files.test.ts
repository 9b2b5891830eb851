import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { centralFiles } from "../../../../tools/release/central-files.ts";
import { coordinatesOf } from "../../../../tools/release/coordinates.ts";
import { project, repository } from "./any-release.ts";

const encode = (text: string) => new TextEncoder().encode(text);
const decode = (contents: Uint8Array | undefined) => new TextDecoder().decode(contents);

const start = "io/github/some-owner/some-extension/2.1.0-rc.1/some-extension-2.1.0-rc.1";
const published = {
  ...{ jar: encode("a JAR"), sources: encode("sources") },
  ...{ javadoc: encode("a README"), pom: encode("a POM") },
};
const coordinates = coordinatesOf(project, repository);

test("each file is there with the checksums that Maven Central wants, in hexadecimal", async () => {
  const files = await centralFiles(coordinates, published);
  const paths = [".jar", "-sources.jar", "-javadoc.jar", ".pom"].map((it) => `${start}${it}`);
  expect([...files.keys()].sort()).toEqual(
    paths.flatMap((path) => [path, `${path}.md5`, `${path}.sha1`, `${path}.sha256`]).sort(),
  );
  for (const path of paths) {
    for (const algorithm of ["md5", "sha1", "sha256"]) {
      const contents = files.get(path) ?? encode("missing");
      const expected = createHash(algorithm).update(contents).digest("hex");
      expect(decode(files.get(`${path}.${algorithm}`))).toBe(expected);
    }
  }
  expect(files.get(`${start}.jar`)).toBe(published.jar);
  expect(files.get(`${start}-sources.jar`)).toBe(published.sources);
  expect(files.get(`${start}-javadoc.jar`)).toBe(published.javadoc);
  expect(files.get(`${start}.pom`)).toBe(published.pom);
});

test("with a key, each file has its own signature beside it, and signatures have no checksums", async () => {
  const sign = async (contents: Uint8Array) => encode(`signed: ${decode(contents)}`);
  const files = await centralFiles(coordinates, published, sign);
  const signatures = [...files].filter(([path]) => path.includes(".asc"));
  expect(
    signatures.map(([path, contents]) => [path.slice(start.length), decode(contents)]),
  ).toEqual([
    [".jar.asc", "signed: a JAR"],
    ["-sources.jar.asc", "signed: sources"],
    ["-javadoc.jar.asc", "signed: a README"],
    [".pom.asc", "signed: a POM"],
  ]);
});
