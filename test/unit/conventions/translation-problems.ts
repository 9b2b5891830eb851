import { keyOfAllForms } from "../../../tools/build/untranslated.ts";

type Texts = ReadonlyMap<string, string>;

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

const gapsOf = (text: string) => [...text.matchAll(/\{\{\w+\}\}/g)].map(([gap]) => gap).sort();
const isPadded = (text: string) => /^\s|\s$/.test(text);

function problemOf(english: string | undefined, own: string | undefined): string | undefined {
  if (own === undefined) return "is lacking";
  if (english === undefined) return "is not in English, or in a form that the language lacks";
  if (own.trim() === "") return "says nothing";
  if (gapsOf(own).join() !== gapsOf(english).join()) return "has other gaps";
  return isPadded(own) === isPadded(english) ? undefined : "begins or ends with another space";
}

/** A text of a language that does not fit the English one, and what is wrong with it. */
export interface TranslationProblem {
  /** The key, a plural without its form. */
  readonly key: string;
  readonly problem: string;
}

/** Finds what a language lacks of the English texts, and what does not fit them. */
export function translationProblems(
  english: Texts,
  own: Texts,
  language: string,
): readonly TranslationProblem[] {
  const needed = new Set(neededKeys(english.keys(), language));
  return [...new Set([...needed, ...own.keys()])].flatMap((key) => {
    const problem = problemOf(needed.has(key) ? english.get(key) : undefined, own.get(key));
    return problem === undefined ? [] : [{ key: keyOfAllForms(key), problem }];
  });
}
