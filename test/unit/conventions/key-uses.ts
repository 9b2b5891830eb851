import { sourceFiles } from "./source-files.ts";

/** How the sources come to the keys of texts. */
export interface KeyUses {
  /** Literals that look like keys, since a key begins with the same word. */
  readonly named: ReadonlySet<string>;
  /** Keys with gaps, as in `status.${kind}`, that are filled while running. */
  readonly composed: readonly string[];
  /** Whether the sources say a word that may fill a gap. */
  readonly isSaid: (word: string) => boolean;
}

/** Looks through all sources below a folder for keys that begin with one of these words. */
export function keyUsesIn(folder: string, firstWords: ReadonlySet<string>): KeyUses {
  const text = sourceFiles(folder)
    .map((file) => file.text)
    .join("\n");
  const isKey = (found: string) => firstWords.has(found.split(".")[0] ?? "");
  const found = (pattern: RegExp) =>
    [...text.matchAll(pattern)].map(([, key = ""]) => key).filter(isKey);
  return {
    named: new Set([
      ...found(/"([a-z]\w*(?:\.\w+)+)"/gi),
      ...[...text.matchAll(/\bt\(\s*"([^"]+)"/g)].map(([, key = ""]) => key),
    ]),
    composed: [...new Set(found(/`([a-z]\w*\.[^`]*\$\{[^`]*)`/gi))],
    // A status is a number, not a word.
    isSaid: (word) => new RegExp(`"${word}"|\\b${word}\\??:|\\b(?=\\d)${word}\\b`).test(text),
  };
}
