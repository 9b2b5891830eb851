/** `presets check` of files as tools write them: with byte order marks, in UTF-16, gzipped. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { stringify } from "yaml";
import { demoRealm } from "../exported-realm.ts";
import { runPresets } from "../run-presets.ts";
import { makeTestFolder } from "../test-folder.ts";

const folder = makeTestFolder();

const json = JSON.stringify(demoRealm);

const inUtf16 = (text: string) => new Uint8Array(Buffer.from(text, "utf16le"));

const expected = await runPresets(["check", "-"], { input: json });

test.each<[string, string, string | Uint8Array]>([
  ["UTF-8 with a byte order mark", "a.json", `\ufeff${json}`],
  ["UTF-16, the lower byte first", "b.json", inUtf16(`\ufeff${json}`)],
  [
    "UTF-16, the higher byte first",
    "c.json",
    inUtf16(`\ufeff${json}`).map((_, at, all) => all[at ^ 1] ?? 0),
  ],
  ["UTF-16 without a byte order mark", "d.json", inUtf16(json)],
  [
    "UTF-16 without a byte order mark, the higher byte first",
    "g.json",
    inUtf16(json).map((_, at, all) => all[at ^ 1] ?? 0),
  ],
  ["a gzipped file", "e.json.gz", new Uint8Array(gzipSync(json))],
  ["gzipped YAML", "f.yaml.gz", new Uint8Array(gzipSync(stringify(demoRealm)))],
])("%s is read", async (_, name, content) => {
  const file = join(folder.path, name);
  writeFileSync(file, content);
  expect(expected.exitCode).toBe(0);
  expect(await runPresets(["check", file])).toEqual(expected);
});

test.each<[string, string | Uint8Array]>([
  ["YAML", stringify(demoRealm)],
  ["a gzipped file", new Uint8Array(gzipSync(json))],
])("%s is read from standard input", async (_, input) => {
  expect(await runPresets(["check", "-"], { input })).toEqual(expected);
});

test.each<[string, Uint8Array]>([
  ["neither UTF-8 nor UTF-16", new Uint8Array([0x7b, 0xff, 0xff])],
  ["half a gzip file", new Uint8Array(gzipSync(json)).slice(0, 40)],
])("%s is refused", async (_, input) => {
  const { exitCode, errors } = await runPresets(["check", "-"], { input });
  expect(exitCode).toBe(2);
  expect(errors).toContain("- could not be read");
});
