/** What fills the gaps of a text; a `count` chooses between singular and plural forms. */
export type TextValues = Readonly<Record<string, string | number>>;

/** Texts by their keys, and the language that they are written in (BCP 47). */
export interface LanguageTexts {
  readonly locale: string;
  readonly texts: ReadonlyMap<string, string>;
}

const gap = /\{\{(\w+)\}\}/g;

function textIn({ locale, texts }: LanguageTexts, key: string, { count }: TextValues) {
  // French and Portuguese count nothing as one, and texts for one say "1".
  const isCounted = typeof count === "number" && count !== 0;
  const form = isCounted ? new Intl.PluralRules(locale).select(count) : "other";
  return texts.get(`${key}_${form}`) ?? texts.get(`${key}_other`) ?? texts.get(key);
}

/**
 * Makes the function that turns keys into texts: in the first of the languages that has one, else the
 * key itself. Gaps are `{{name}}` and plural forms `key_one`, `key_other`, as in the console's own
 * messages; numbers are written as the first language writes them.
 *
 * @see [i18next, plurals](https://www.i18next.com/translation-function/plurals)
 */
export function createTranslate(...languages: readonly [LanguageTexts, ...LanguageTexts[]]) {
  const [{ locale }] = languages;
  const numbers = new Intl.NumberFormat(locale);
  const format = (value: string | number = "") =>
    typeof value === "number" ? numbers.format(value) : value;
  return (key: string, values: TextValues = {}): string => {
    const found = languages.map((it) => textIn(it, key, values)).find((it) => it !== undefined);
    return (found ?? key).replace(gap, (_, name: string) => format(values[name]));
  };
}

/** Turns a key into a text, and fills its gaps. */
export type Translate = ReturnType<typeof createTranslate>;

/** Splits a text at the marker that was put into its gap, so that something else than text can stand there. */
export function splitAtGap(text: string, marker: string): readonly [string, string] {
  const [before = "", ...after] = text.split(marker);
  return [before, after.join(marker)];
}
