import { readdirSync } from "node:fs";
import { parse } from "dot-properties";
import { describe, expect, test } from "vitest";
import { loadLanguage } from "../../../src/languages/load-language.ts";
import { keyOfAllForms, readUntranslated } from "../../../tools/build/untranslated.ts";
import { readText } from "./source-files.ts";
import { translationProblems } from "./translation-problems.ts";

const files = ["messages", "calls", "calls-phase-two", "escalations"];
const languages = readdirSync("messages")
  .flatMap((name) => /^messages_(.+)\.properties$/.exec(name)?.[1] ?? [])
  .filter((language) => language !== "en");
const untranslated = await readUntranslated("messages/untranslated.txt");

const textsOf = (file: string, language: string) =>
  new Map(
    Object.entries(parse(readText(`messages/${file}_${language}.properties`))).map(
      ([key, text]) => [key, String(text)],
    ),
  );
const problemsOf = (file: string, language: string) =>
  translationProblems(textsOf(file, "en"), textsOf(file, language), language);

test("the languages are the promised ones", () => {
  expect(languages.sort()).toEqual(["de", "es", "fr", "ja", "pt_BR", "zh_Hans"]);
});

describe.each(languages)("in %s", (language) => {
  test.each(files)(
    "%s has every text with the gaps of the English one, or it is listed",
    (file) => {
      expect(problemsOf(file, language).filter(({ key }) => !untranslated.has(key))).toEqual([]);
    },
  );
});

test("each text that is listed as not translated is one that some language lacks", () => {
  console.log(`Texts that are not translated yet: ${untranslated.size}.`);
  const english = new Set(
    files.flatMap((file) => [...textsOf(file, "en").keys()]).map(keyOfAllForms),
  );
  const lacking = new Set(
    files.flatMap((file) =>
      languages.flatMap((language) => problemsOf(file, language).map(({ key }) => key)),
    ),
  );
  expect([...untranslated].filter((key) => !english.has(key) || !lacking.has(key))).toEqual([]);
});

test("the page's own texts are translated, because they have no English fallback", () => {
  expect([...untranslated].filter((key) => key.startsWith("page."))).toEqual([]);
});

const english = new Map([
  ["name", "Name of {{client}}"],
  ["roles_one", "1 role"],
  ["roles_other", "{{count}} roles"],
]);

test.each([
  [
    "de",
    { name: "Name von {{client}}", roles_one: "1 Rolle", roles_other: "{{count}} Rollen" },
    [],
  ],
  ["ja", { name: "{{client}} の名前", roles_other: "ロール {{count}} 件" }, []],
  ["de", { roles_one: "1 Rolle", roles_other: "{{count}} Rollen" }, ["name is lacking"]],
  ["ja", { name: "{{client}}" }, ["roles is lacking"]],
  [
    "de",
    { name: "Name", roles: "Rollen", roles_one: "1 Rolle", roles_other: " " },
    [
      "name has other gaps",
      "roles says nothing",
      "roles is not in English, or in a form that the language lacks",
    ],
  ],
])("texts in %s such as %o have these problems: %j", (language, own, problems) => {
  const found = translationProblems(english, new Map(Object.entries(own)), language);
  expect(found.map(({ key, problem }) => `${key} ${problem}`)).toEqual(problems);
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
