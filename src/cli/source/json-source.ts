import { createScanner, type JSONScanner } from "jsonc-parser";
import type { Path, Source } from "./source.ts";

/** Parts that are looked for, as a tree. */
interface Wanted {
  readonly within: Map<string | number, Wanted>;
  /** Which of the paths lead here, or through here. */
  readonly paths: number[];
}

function wantedOf(paths: readonly Path[]): Wanted {
  const root: Wanted = { within: new Map(), paths: [] };
  paths.forEach((path, number) => {
    let wanted = root;
    for (const step of path) {
      const next: Wanted = wanted.within.get(step) ?? { within: new Map(), paths: [] };
      wanted.within.set(step, next);
      next.paths.push(number);
      wanted = next;
    }
  });
  return root;
}

/** An object or a list that the scanner is in. */
interface Open {
  readonly wanted: Wanted | undefined;
  readonly isList: boolean;
  /** Where the next value is: a place in the list, or undefined before a name of the object. */
  at: string | number | undefined;
}

/** The tokens of jsonc-parser's scanner; its type is a const enum, which is gone after the build. */
const token = { openBrace: 1, closeBrace: 2, openBracket: 3, closeBracket: 4, comma: 5, colon: 6 };
const stringToken = 10;
const endToken = 17;

/** Where in its container the value is that comes next. */
function nextWanted(open: Open | undefined, root: Wanted): Wanted | undefined {
  if (open === undefined) return root;
  return open.at === undefined ? undefined : open.wanted?.within.get(open.at);
}

/** Goes through the text once, without a function that calls itself: a file may be deep, and large. */
function scanLines(scanner: JSONScanner, root: Wanted, lines: number[]): void {
  const stack: Open[] = [];
  const mark = (wanted: Wanted | undefined) => {
    for (const number of wanted?.paths ?? []) lines[number] = scanner.getTokenStartLine() + 1;
  };
  for (let kind: number = scanner.scan(); kind !== endToken; kind = scanner.scan()) {
    const open = stack.at(-1);
    if (kind === token.closeBrace || kind === token.closeBracket) {
      stack.pop();
    } else if (kind === token.comma) {
      if (open !== undefined) open.at = typeof open.at === "number" ? open.at + 1 : undefined;
    } else if (kind === stringToken && open?.isList === false && open.at === undefined) {
      // The name of a property: its line is that of the property.
      open.at = open.wanted === undefined ? "" : scanner.getTokenValue();
      mark(nextWanted(open, root));
    } else if (kind !== token.colon) {
      const wanted = nextWanted(open, root);
      if (open?.isList === true) mark(wanted);
      const isList = kind === token.openBracket;
      if (isList || kind === token.openBrace) {
        stack.push({ wanted, isList, at: isList ? 0 : undefined });
      }
    }
  }
}

/** A JSON text. It is scanned again for each call, so that what is not asked costs nothing. */
export function jsonSource(text: string, file: string): Source {
  return {
    file,
    linesOf: (paths) => {
      const lines = paths.map(() => 1);
      scanLines(createScanner(text, true), wantedOf(paths), lines);
      return lines;
    },
  };
}
