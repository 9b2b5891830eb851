import { valueName } from "./value-name.ts";

/** A part of code that stands for a text, and where it ends. */
export interface CodePart {
  readonly value: string;
  readonly end: number;
}

/** What is longer is none: otherwise unclosed brackets would be looked through again and again. */
const longestGroup = 400;

const longestLiteral = 1000;

const closing = new Map([
  ["(", ")"],
  ["[", "]"],
  ["{", "}"],
]);

/** The end of a bracketed group that begins here; undefined where it does not end soon. */
export function endOfGroup(text: string, start: number): number | undefined {
  const open = text[start] ?? "";
  const close = closing.get(open);
  const limit = Math.min(text.length, start + longestGroup);
  let depth = 0;
  for (let index = start; index < limit; index += 1) {
    if (text[index] === open) depth += 1;
    if (text[index] === close) depth -= 1;
    if (depth === 0) return index + 1;
  }
  return undefined;
}

/** How languages write a value into a text: `${x}`, `#{x}`, `$(x)`, `\(x)`, `@{x}`, `{{ x }}`, `{x}`, `$this->x`. */
function interpolationAt(text: string, start: number): CodePart | undefined {
  const [opening = ""] = /^(?:[$#@%]\{|\$\(|\\\(|\{)/.exec(text.slice(start, start + 2)) ?? [];
  if (opening !== "") {
    const end = endOfGroup(text, start + opening.length - 1);
    const inside = end === undefined ? "\n" : text.slice(start + opening.length, end - 1);
    return end === undefined || /[\n"]\s*:/.test(inside) || inside.includes("\n")
      ? undefined
      : { value: `{${valueName(inside)}}`, end };
  }
  const [chain = ""] = /^\$\w+(?:->\w+)+/.exec(text.slice(start, start + longestGroup)) ?? [];
  return chain === "" ? undefined : { value: `{${valueName(chain)}}`, end: start + chain.length };
}

/** The quotation mark that opens a text here, behind the letters that some languages put before it. */
function openingAt(text: string, start: number): string | undefined {
  const [, prefix = "", mark] =
    /^([$@]{0,2}[frbuLR]{0,2})(["'`])/i.exec(text.slice(start, start + 4)) ?? [];
  if (mark === undefined) return undefined;
  // An apostrophe inside a word opens nothing, nor does one behind it.
  return /[\w$@]/.test(text[start - 1] ?? "") ? undefined : prefix + mark;
}

/**
 * Reads a quoted text of any language, with `{name}` for the values that are written into it. An opening
 * mark that isn't closed on its line, nor behind it in a template, is none.
 */
export function readLiteral(text: string, start: number): CodePart | undefined {
  const opening = openingAt(text, start);
  if (opening === undefined) return undefined;
  const mark = opening.slice(-1);
  let value = "";
  const limit = Math.min(text.length, start + longestLiteral);
  for (let index = start + opening.length; index < limit; ) {
    const character = text[index] ?? "";
    if (character === mark) return { value, end: index + 1 };
    if (character === "\n" && mark !== "`") return undefined;
    const interpolation = interpolationAt(text, index);
    value += interpolation?.value ?? (character === "\\" ? (text[index + 1] ?? "") : character);
    index = interpolation?.end ?? index + (character === "\\" ? 2 : 1);
  }
  return undefined;
}
