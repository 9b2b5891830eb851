/** What fills the gaps of a text; a `count` chooses between singular and plural forms. */
export type TextValues = Readonly<Record<string, string | number>>;

const gap = /\{\{(\w+)\}\}/g;

function textFor(
  messages: ReadonlyMap<string, string>,
  key: string,
  values: TextValues,
  locale: string,
): string {
  const { count } = values;
  const form = typeof count === "number" ? new Intl.PluralRules(locale).select(count) : "other";
  return messages.get(`${key}_${form}`) ?? messages.get(`${key}_other`) ?? messages.get(key) ?? key;
}

/**
 * Makes the function that turns keys into texts. Gaps are `{{name}}` and plural forms `key_one`,
 * `key_other`, as in the console's own messages.
 *
 * @see [i18next, plurals](https://www.i18next.com/translation-function/plurals)
 */
export function createTranslate(messages: ReadonlyMap<string, string>, locale: string) {
  return (key: string, values: TextValues = {}): string =>
    textFor(messages, key, values, locale).replace(gap, (_, name: string) =>
      String(values[name] ?? ""),
    );
}

export type Translate = ReturnType<typeof createTranslate>;

/** Splits a text at the gap of that name, so that something else than text can stand there. */
export function splitAtGap(text: string, marker: string): readonly [string, string] {
  const [before = "", ...after] = text.split(marker);
  return [before, after.join(marker)];
}
