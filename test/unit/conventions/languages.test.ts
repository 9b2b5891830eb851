import { readdirSync } from "node:fs";
import { parse } from "dot-properties";
import { describe, expect, test } from "vitest";
import { loadLanguage } from "../../../src/languages/load-language.ts";
import { readText } from "./source-files.ts";

const files = ["messages", "calls", "calls-phase-two", "escalations"];
const languages = readdirSync("messages")
  .map((name) => /^messages_(.+)\.properties$/.exec(name)?.[1] ?? "en")
  .filter((language) => language !== "en");

const textsOf = (file: string, language: string) =>
  new Map(
    Object.entries(parse(readText(`messages/${file}_${language}.properties`))).map(
      ([key, text]) => [key, String(text)],
    ),
  );

/** The keys that a language needs in place of the English ones: one for each plural form it has. */
function neededKeys(english: Iterable<string>, language: string): readonly string[] {
  const { pluralCategories } = new Intl.PluralRules(language.replace("_", "-")).resolvedOptions();
  // "many" is said of millions alone, where the other form stands in.
  const forms = pluralCategories.filter((form) => form !== "many");
  return [...english].filter((key) => {
    const form = /_(one|other)$/.exec(key)?.[1];
    return form === undefined || forms.some((it) => it === form);
  });
}

const gapsOf = (text = "") => [...text.matchAll(/\{\{\w+\}\}/g)].map(([gap]) => gap).sort();

test("the languages are the promised ones", () => {
  expect(languages.sort()).toEqual(["de", "es", "fr", "ja", "pt_BR", "zh_Hans"]);
});

describe.each(languages)("in %s", (language) => {
  test.each(files)("%s has every text, and none that there is not in English", (file) => {
    const english = textsOf(file, "en");
    const own = textsOf(file, language);
    expect([...own.keys()].sort()).toEqual([...neededKeys(english.keys(), language)].sort());
  });

  test.each(files)(
    "each text of %s says something, and has the gaps of the English one",
    (file) => {
      const english = textsOf(file, "en");
      const odd = [...textsOf(file, language)].filter(
        ([key, text]) =>
          text.trim() === "" ||
          gapsOf(text).join() !== gapsOf(english.get(key)).join() ||
          /^\s|\s$/.test(text) !== /^\s|\s$/.test(english.get(key) ?? ""),
      );
      expect(odd).toEqual([]);
    },
  );
});

test.each([
  ["de", "de"],
  ["de-CH", "de"],
  ["pt", "pt-BR"],
  ["pt-BR", "pt-BR"],
  ["zh-CN", "zh-Hans"],
  ["zh_Hans", "zh-Hans"],
  ["zh-TW", "en"],
  ["ar", "en"],
  ["en", "en"],
  ["no language at all", "en"],
])("a console in %s has a panel in %s", async (tag, locale) => {
  expect((await loadLanguage(tag)).locale).toBe(locale);
});
