/** Values that code puts into addresses, such as `${user.id}`, without what would end a word. */
const plainValues = (text: string) =>
  text.replace(
    /([/$])\{([^{}\n]*)\}/g,
    (_, before: string, value: string) => `${before}{${value.replace(/[^\w.-]/g, "")}}`,
  );

/** A word without the marks around it; `...` at its end stands for a value. */
function trimmed(word: string): string {
  const open = word.replace(/^<(?=\/|https?:)/i, "");
  if (open.endsWith("...")) return open;
  const marks = open.includes("<") ? ".,:!" : ".,:!>";
  let end = open.length;
  while (end > 0 && marks.includes(open.charAt(end - 1))) end -= 1;
  return open.slice(0, end);
}

/** A word, and whether brackets or a text follow it at once. */
export interface Word {
  readonly text: string;
  readonly isCall: boolean;
  /** Whether it stands in quotation marks. */
  readonly isQuoted: boolean;
}

const separator = /[\s"'`(),;[\]]+|\|(?!\|)/g;

/**
 * The words of a statement, without punctuation. A key before `=` is a word of its own.
 */
export function wordsOf(statement: string): readonly Word[] {
  const text = plainValues(statement).replace(/(^|\s)([\w-]+)=(?![=>])/g, "$1$2 ");
  const words: Word[] = [];
  let start = 0;
  const add = (end: number) => {
    const word = trimmed(text.slice(start, end));
    const behind = text.slice(end, end + 4);
    const isCall = /^(?:\(|\s?["'$]|\s?\{|\sdo\b)/.test(behind);
    const isQuoted = /["'`]/.test(text[start - 1] ?? "");
    if (!/^(?:[=:]?=>?|:|)$/.test(word)) words.push({ text: word, isCall, isQuoted });
  };
  for (const found of text.matchAll(separator)) {
    add(found.index);
    start = found.index + found[0].length;
  }
  add(text.length);
  return words;
}
