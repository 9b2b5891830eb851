import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readTexts } from "../../../../tools/build/read-texts.ts";

const folder = mkdtempSync(join(tmpdir(), "presets-texts-"));

beforeAll(() => {
  writeFileSync(join(folder, "untranslated.txt"), "# not yet\n\nstatus.held\n");
  const texts = "page.tab=Tab\nstatus.applied=Applied\nstatus.held_other={{count}} missing\n";
  for (const language of ["en", "de"]) {
    writeFileSync(join(folder, `messages_${language}.properties`), texts);
  }
});

afterAll(() => rmSync(folder, { recursive: true }));

const keysOf = async (language: string, part: string) =>
  Object.keys(JSON.parse(await readTexts(join(folder, `messages_${language}.properties`), part)));

test("a part of the texts is those whose keys begin as it says", async () => {
  expect(await keysOf("en", "?page")).toEqual(["page.tab"]);
  expect(await keysOf("en", "?opening")).toEqual(["status.applied", "status.held_other"]);
});

test("a language leaves to English what is listed as not translated, and English leaves nothing", async () => {
  expect(await keysOf("de", "")).toEqual(["page.tab", "status.applied"]);
  expect(await keysOf("en", "")).toHaveLength(3);
});
