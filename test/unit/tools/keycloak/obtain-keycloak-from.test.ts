import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { create } from "tar";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { ArchiveSource } from "../../../../tools/keycloak/archive/archive-source.ts";
import { obtainKeycloakFrom } from "../../../../tools/keycloak/archive/obtain-keycloak-from.ts";
import { releaseArchive } from "../../../../tools/keycloak/archive/release-archive.ts";
import { javaMajorVersion } from "../../../../tools/keycloak/server/find-java.ts";

const version = "26.7.3";
let folder: string;
let archive: Buffer;
let lines: string[];

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "presets-obtain-"));
  lines = [];
  const home = join(folder, `keycloak-${version}`);
  mkdirSync(join(home, "bin"), { recursive: true });
  writeFileSync(join(home, "version.txt"), `Keycloak - Version ${version}\n`);
  writeFileSync(join(home, "bin/kc.sh"), "");
  const file = join(folder, "archive.tar.gz");
  await create({ gzip: true, cwd: folder, file }, [`keycloak-${version}`]);
  archive = readFileSync(file);
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

const nobody: ArchiveSource = {
  name: "Nobody",
  take: async () => {
    throw new Error("no answer within 5 s");
  },
};

/** A source that gives these archives, one at each call. */
function giving(...archives: readonly Buffer[]): ArchiveSource {
  const rest = [...archives];
  return {
    name: "Somebody",
    take: async ({ target }) => writeFileSync(target, rest.shift() ?? Buffer.alloc(0)),
  };
}

const obtain = (sources: readonly ArchiveSource[], home?: string) =>
  obtainKeycloakFrom({
    version,
    home,
    sources,
    cache: join(folder, "cache"),
    report: (line) => lines.push(line),
  });

const versionIn = (home: string) => readFileSync(join(home, "version.txt"), "utf8");

test("a source that does not answer is followed by the next, with a line that says so", async () => {
  expect(versionIn(await obtain([nobody, giving(archive)]))).toContain(version);
  expect(lines.join("\n")).toContain("no answer within 5 s. Next: Somebody.");
});

test("a downloaded version is cached, and no source is used again", async () => {
  const first = await obtain([giving(archive)]);
  expect(await obtain([])).toBe(first);
});

test("a truncated archive is noticed and downloaded again", async () => {
  const half = archive.subarray(0, archive.length / 2);
  expect(versionIn(await obtain([giving(half, archive)]))).toContain(version);
  expect(lines.join("\n")).toContain("Downloading it again.");
});

test("an archive damaged in the cache is downloaded again", async () => {
  const home = await obtain([giving(archive)]);
  rmSync(home, { recursive: true });
  truncateSync(join(folder, "cache", `keycloak-${version}.tar.gz`), 50);
  expect(versionIn(await obtain([giving(archive)]))).toContain(version);
});

test("KEYCLOAK_HOME is used if it contains the required version, and otherwise ignored", async () => {
  const home = join(folder, `keycloak-${version}`);
  expect(await obtain([], home)).toBe(home);
  writeFileSync(join(home, "version.txt"), "Keycloak - Version 25.0.0\n");
  await obtain([giving(archive)], home);
  expect(lines.join("\n")).toContain("holds Keycloak 25.0.0, not 26.7.3");
});

test("without any source one sentence says what to do", async () => {
  await expect(obtain([nobody])).rejects.toThrow(/connect to the network .* or set KEYCLOAK_HOME/);
});

test("an archive that differs from its published checksum is not used", async () => {
  const sha1 = createHash("sha1").update("something else").digest("hex");
  const server = createServer(({ url }, response) =>
    response.end(url?.endsWith(".sha1") ? sha1 : archive),
  );
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const source = releaseArchive({ base: `http://127.0.0.1:${port}`, answerWithin: 2_000 });
  await expect(obtain([source])).rejects.toThrow("could not be downloaded");
  expect(lines.join("\n")).toContain("Downloading it again.");
  server.close();
});

test.each([
  ['openjdk version "17.0.15" 2025-04-15', 17],
  ['java version "1.8.0_202"', 8],
  ['openjdk version "25" 2025-09-16', 25],
  ["command not found", undefined],
])("%s is Java %s", (output, major) => expect(javaMajorVersion(output)).toBe(major));
