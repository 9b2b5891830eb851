/** The words of one shell command, and where in the text it ends. */
export interface ShellCommand {
  readonly words: readonly string[];
  readonly end: number;
}

/** What ends a command; a backtick does where a command is quoted in a text. */
const endings = new Set(["\n", ";", "|", "&", ")", "`"]);

const quoted = [/'([^']*)'/y, /\$'((?:[^'\\]|\\[\s\S])*)'/y, /"((?:[^"\\]|\\[\s\S])*)"/y] as const;

/** What a quotation at this place holds, and its length; a quotation mark without a second one is none. */
function quotationAt(text: string, start: number): readonly [string, number] | undefined {
  for (const pattern of quoted) {
    pattern.lastIndex = start;
    const found = pattern.exec(text);
    if (found === null) continue;
    const [whole, inside = ""] = found;
    const isRaw = whole.startsWith("'");
    return [isRaw ? inside : inside.replace(/\\([\s\S])/g, "$1"), whole.length];
  }
  return undefined;
}

/** The length of a `$(…)` at this place; 0 where there is none. */
function substitutionAt(text: string, start: number): number {
  if (!text.startsWith("$(", start)) return 0;
  let depth = 0;
  for (let index = start + 1; index < text.length; index += 1) {
    if (text[index] === "(") depth += 1;
    if (text[index] === ")") depth -= 1;
    if (depth === 0) return index + 1 - start;
  }
  return 0;
}

/**
 * Splits a command into words as a shell does, as far as pasted commands need it: quotes, escapes,
 * and `$(…)` as the value that it is. Variables stay as they are written. Nothing is an error, since
 * a person may still be typing.
 *
 * @see [Shell command language, quoting](https://pubs.opengroup.org/onlinepubs/9799919799/utilities/V3_chap02.html#tag_19_02)
 */
export function readShellCommand(text: string, start: number): ShellCommand {
  const words: string[] = [];
  let word: string | undefined;
  let index = start;
  for (; index < text.length; ) {
    const character = text[index] ?? "";
    if (endings.has(character)) break;
    const quotation = quotationAt(text, index);
    const substitution = substitutionAt(text, index);
    if (quotation !== undefined) {
      word = (word ?? "") + quotation[0].replace(/\$\([^)]*\)/g, "{}");
      index += quotation[1];
    } else if (substitution > 0) {
      word = `${word ?? ""}{}`;
      index += substitution;
    } else if (/\s/.test(character)) {
      if (word !== undefined) words.push(word);
      word = undefined;
      index += 1;
    } else if (character === "\\") {
      word = (word ?? "") + (text[index + 1] ?? "");
      index += 2;
    } else {
      if (character !== '"' && character !== "'") word = (word ?? "") + character;
      index += 1;
    }
  }
  if (word !== undefined) words.push(word);
  return { words, end: Math.min(index, text.length) };
}
