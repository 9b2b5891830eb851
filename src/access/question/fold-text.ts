/** A text without accents: `é` is found by `e`, and full-width letters by plain ones. */
export function withoutAccents(text: string): string {
  return (
    text
      .normalize("NFKD")
      // All but the voicing marks of kana, which make other letters.
      .replace(/(?![\u3099\u309a])\p{M}/gu, "")
      .normalize("NFC")
  );
}

/**
 * A text as searches compare it: lower case, the same for every language of the browser, and without accents.
 * Every search of this product folds what is searched and what is searched for with it.
 */
export function foldText(text: string): string {
  return withoutAccents(text).toLowerCase();
}

/** The words that a filter looks for, each of which has to occur in a folded text. */
export function filterWords(text: string): readonly string[] {
  return foldText(text)
    .split(/[\s,]+/)
    .filter(Boolean);
}
