import type { KnownCall } from "../../catalog/measured/measured-matrix.ts";
import type { CallIndex } from "./call-index.ts";
import { callsOfOperation } from "./calls-of-operation.ts";
import { searchCalls } from "./search-calls.ts";
import { searchSentence } from "./search-sentence.ts";

/** The calls that a text without an address is about. */
export interface CallsForWords {
  /** Whether operations of the API were named; else the best calls that have the words come first. */
  readonly isNamed: boolean;
  readonly calls: readonly KnownCall[];
}

/** A longer text isn't a search by words. */
const longestSearch = 2000;

/** Of the calls of a path alone, the one that reads is what is asked for most. */
export const mainCallOf = (calls: readonly KnownCall[]): KnownCall | undefined =>
  calls.find(({ method }) => method === "GET") ?? calls[0];

/** The calls that names of operations in a text stand for, as generated clients have them. */
function operationsIn(text: string, index: CallIndex): readonly KnownCall[] {
  const names: readonly string[] = text.slice(0, longestSearch).match(/[A-Za-z_]\w{8,}/g) ?? [];
  return [...new Set(names.flatMap((name) => mainCallOf(callsOfOperation(name, index)) ?? []))];
}

/** The words of the functions that code calls: `client.GetUsers(ctx)` is about "get users". */
function functionsIn(text: string): readonly (readonly string[])[] {
  const called = text.slice(0, longestSearch).matchAll(/[.>:](\w{6,})\s*\(/g);
  return [...called].map(([, name = ""]) => [name]);
}

/** What the first of several texts finds that finds anything. */
function firstFound(texts: readonly (readonly string[])[], index: CallIndex): readonly KnownCall[] {
  for (const words of texts) {
    const found = searchCalls(words, index);
    if (found.length > 0) return found;
  }
  return [];
}

/**
 * Finds the calls that a text without an address is about: names of operations, else words that calls have in
 * name or path, else the telling words of a sentence.
 *
 * @param words those of the text, as {@link parseCalls} has them
 */
export function callsForWords(
  text: string,
  words: readonly string[],
  index: CallIndex,
): CallsForWords {
  const operations = operationsIn(text, index);
  if (operations.length > 0) return { isNamed: true, calls: operations };
  const found = firstFound([words, ...functionsIn(text)], index);
  return { isNamed: false, calls: found.length > 0 ? found : searchSentence(text, index) };
}
