import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { realmPresetOf } from "../../../src/access/custom/realm-presets.ts";
import { presets } from "../../../src/catalog/presets/presets.ts";
import { nameOf, purposeOf, searchWordsOf } from "../../../src/texts/preset-texts.ts";
import { createTranslate } from "../../../src/texts/translate.ts";
import { inEnglish } from "./english.ts";

test.each(presets)("$id has a name, a purpose and words to be found by", (preset) => {
  const texts = [nameOf, purposeOf, searchWordsOf].map((textOf) => textOf(inEnglish, preset));
  expect(texts.filter((text) => text === "" || text.startsWith("presets."))).toEqual([]);
});

test("a preset has no search words while they are not loaded", () => {
  const t = createTranslate({ locale: "en", texts: new Map() });
  expect(new Set(presets.map((preset) => searchWordsOf(t, preset)))).toEqual(new Set([""]));
});

const languages = readdirSync("messages").filter((name) => name.startsWith("messages_"));

test("whatever a preset of the realm is called, its name says that it is the realm's, in every language", () => {
  expect(languages.length).toBeGreaterThan(6);
  const own = realmPresetOf(
    { ...{ id: "a", name: "User lookup", purpose: "Why", revision: 1, formerly: [] }, roles: [] },
    { adminClientId: "realm-management", isInMaster: false, visible: String },
  );
  for (const name of languages) {
    const [, text = ""] =
      /^presets\.custom=(.*)$/m.exec(readFileSync(`messages/${name}`, "utf8")) ?? [];
    const locale = name.replace(/^messages_(.*)\.properties$/, "$1").replace("_", "-");
    const t = createTranslate({ locale, texts: new Map([["presets.custom", text]]) });
    expect(nameOf(t, own)).toMatch(/^User lookup ?[(（].+[)）]$/);
    expect(purposeOf(t, own)).toBe("Why");
    expect(searchWordsOf(t, own)).toBe("");
  }
});
