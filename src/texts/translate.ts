import type { MessageGaps } from "./message-gaps.d.ts";

/** A key of a text; a plural pair `key_one`, `key_other` is one key. */
export type MessageKey = keyof MessageGaps;

/** The keys below a word, without it: `Below<"attempts">` has `readClient` of `attempts.readClient`. */
export type KeyBelow<Word extends string> = MessageKey extends infer Key
  ? Key extends `${Word}.${infer Rest}`
    ? Rest
    : never
  : never;

/** What fills the gaps of a text; a `count` also chooses between singular and plural forms. */
export type MessageValues<Key extends MessageKey> = {
  readonly [Gap in MessageGaps[Key]]: Gap extends "count" ? number : string | number;
};

/**
 * Turns a key into a text, and fills its gaps. Where the key is one of several, the values fill the gaps
 * of each of them.
 */
export type Translate = <Key extends MessageKey>(
  key: Key,
  ...values: [MessageGaps[Key]] extends [never] ? [] : [MessageValues<Key>]
) => string;

/** Texts by their keys, and the language that they are written in (BCP 47). */
export interface LanguageTexts {
  readonly locale: string;
  readonly texts: ReadonlyMap<string, string>;
}

type Values = Readonly<Record<string, string | number>>;

const gap = /\{\{(\w+)\}\}/g;

function textIn({ locale, texts }: LanguageTexts, key: string, { count }: Values) {
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
export function createTranslate(
  ...languages: readonly [LanguageTexts, ...LanguageTexts[]]
): Translate {
  const [{ locale }] = languages;
  const numbers = new Intl.NumberFormat(locale);
  const format = (value: string | number = "") =>
    typeof value === "number" ? numbers.format(value) : value;
  return (key: string, values: Values = {}): string => {
    const found = languages.map((it) => textIn(it, key, values)).find((it) => it !== undefined);
    return (found ?? key).replace(gap, (_, name: string) => format(values[name]));
  };
}
