/** The words of one shell command, and where in the text it ends. */
export interface ShellCommand {
  readonly words: readonly string[];
  readonly end: number;
}

/** What ends a command; a backtick does where a command is quoted in a text. */
const endings = new Set(["\n", ";", "|", "&", ")", "`"]);

/** A `$(…)` that is longer is none: otherwise unclosed ones would be looked through again and again. */
const longestSubstitution = 2000;

/** The length of a `$(…)` at this place; 0 where there is none. */
function substitutionAt(text: string, start: number): number {
  if (!text.startsWith("$(", start)) return 0;
  const end = Math.min(text.length, start + longestSubstitution);
  let depth = 0;
  for (let index = start + 1; index < end; index += 1) {
    if (text[index] === "(") depth += 1;
    if (text[index] === ")") depth -= 1;
    if (depth === 0) return index + 1 - start;
  }
  return 0;
}

/** A part of a word, and how much of the text it takes. */
interface Part {
  readonly value: string;
  readonly length: number;
}

/** Reads up to the second quotation mark; one without a second is none. */
function escapedQuotation(text: string, start: number, mark: string): Part | undefined {
  let value = "";
  for (let index = start; index < text.length; ) {
    const character = text[index] ?? "";
    const substitution = mark === '"' ? substitutionAt(text, index) : 0;
    if (character === mark) return { value, length: index + 1 - start };
    if (substitution > 0) value += "{}";
    else value += character === "\\" ? (text[index + 1] ?? "") : character;
    index += substitution > 0 ? substitution : character === "\\" ? 2 : 1;
  }
  return undefined;
}

function quotationAt(text: string, start: number): Part | undefined {
  const [opening = ""] = /^(\$'|['"])/.exec(text.slice(start, start + 2)) ?? [];
  const inside = start + opening.length;
  if (opening === "'") {
    const end = text.indexOf("'", inside);
    return end < 0 ? undefined : { value: text.slice(inside, end), length: end + 1 - start };
  }
  const rest = opening === "" ? undefined : escapedQuotation(text, inside, opening.slice(-1));
  return rest && { ...rest, length: opening.length + rest.length };
}

/** What stands at this place: a quotation, a value, an escaped character or a plain one. */
function partAt(text: string, start: number): Part {
  const quotation = quotationAt(text, start);
  if (quotation !== undefined) return quotation;
  const substitution = substitutionAt(text, start);
  if (substitution > 0) return { value: "{}", length: substitution };
  const character = text[start] ?? "";
  if (character === "\\") return { value: text[start + 1] ?? "", length: 2 };
  return { value: /["']/.test(character) ? "" : character, length: 1 };
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
  while (index < text.length) {
    const character = text[index] ?? "";
    if (endings.has(character)) break;
    if (/\s/.test(character)) {
      if (word !== undefined) words.push(word);
      word = undefined;
      index += 1;
      continue;
    }
    const { value, length } = partAt(text, index);
    word = (word ?? "") + value;
    index += length;
  }
  if (word !== undefined) words.push(word);
  return { words, end: Math.min(index, text.length) };
}
