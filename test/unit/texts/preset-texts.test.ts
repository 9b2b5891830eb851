import { expect, test } from "vitest";
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
