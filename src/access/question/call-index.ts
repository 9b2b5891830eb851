import { callKey } from "../../catalog/calls/call-template.ts";
import {
  isMeasured,
  type KnownCall,
  type MeasuredMatrix,
} from "../../catalog/measured/measured-matrix.ts";
import { searchWords, singularOf } from "./search-words.ts";

/** A call with its path taken apart. */
export interface IndexedCall {
  readonly call: KnownCall;
  readonly segments: readonly PathSegment[];
  /** Orders calls of equal rank: short names before long ones. */
  readonly length: number;
}

/** A literal, or undefined for a parameter, which takes any value. */
export type PathSegment = string | undefined;

/** How much it tells that a call has a word. */
export interface WordUse {
  readonly indexed: IndexedCall;
  readonly weight: number;
}

/** A word in all its forms, and the calls that have it. */
export interface IndexedWord {
  readonly forms: ReadonlySet<string>;
  readonly uses: readonly WordUse[];
}

/** One version's calls, ready to be searched by path and by words. */
export interface CallIndex {
  readonly calls: readonly IndexedCall[];
  /** The words of the calls' names and paths, by their singulars. */
  readonly words: ReadonlyMap<string, IndexedWord>;
}

/** What people say for a method, whether or not the call's name does. */
const wordsOfMethod = new Map([
  [
    "GET",
    ["get", "read", "list", "view", "show", "see", "find", "fetch", "load", "query", "retrieve"],
  ],
  ["POST", ["post", "create", "add", "register"]],
  ["PUT", ["put", "update", "change", "edit", "set", "modify"]],
  ["DELETE", ["delete", "remove"]],
]);

/** The stock console's own calls go behind the others: programs seldom make them. */
const consoleSegment = "ui-ext";
const shareOfConsole = 0.5;

/** So do calls that were not measured: little can be said of them. */
const shareOfUnmeasured = 0.5;

const weights = { name: 4, firstOfName: 1, path: 2, method: 1 };

const isParameter = (segment: string) => /^\{.*\}$/.test(segment);

/** Takes the path of a call apart; the parts between slashes, the first slash aside. */
export function splitPath(path: string): readonly string[] {
  return path.split("/").slice(1);
}

function indexCall(call: KnownCall, name: string): IndexedCall {
  const segments = splitPath(call.path).map((it) => (isParameter(it) ? undefined : it));
  return { call, segments, length: name.length + call.path.length };
}

/** The words of a call, each with what it tells; one that stands in name and path tells more. */
function weighWords({ call, segments }: IndexedCall, name: string): ReadonlyMap<string, number> {
  const weighed = new Map<string, number>();
  const share =
    (segments[0] === consoleSegment ? shareOfConsole : 1) *
    (isMeasured(call) ? 1 : shareOfUnmeasured);
  const weigh = (words: readonly string[], weight: number) => {
    for (const word of new Set(words.map(singularOf))) {
      weighed.set(word, weight * share + (weighed.get(word) ?? 0));
    }
  };
  const words = searchWords(name);
  weigh(wordsOfMethod.get(call.method) ?? [call.method.toLowerCase()], weights.method);
  weigh(searchWords(segments.join("/")), weights.path);
  weigh(words, weights.name);
  weigh(words.slice(0, 1), weights.firstOfName);
  return weighed;
}

/**
 * Prepares a version's calls for searching, those that were not measured among them; to be made
 * once for each version.
 *
 * @param nameOf a call's name in the person's language, by its `callKey`; undefined where it has none.
 */
export function createCallIndex(
  matrix: Pick<MeasuredMatrix, "calls" | "notCalled">,
  nameOf: (callKey: string) => string | undefined,
): CallIndex {
  const words = new Map<string, { readonly forms: Set<string>; readonly uses: WordUse[] }>();
  const wordFor = (singular: string) => {
    const word = words.get(singular) ?? { forms: new Set([singular]), uses: [] };
    words.set(singular, word);
    return word;
  };
  const calls = [...matrix.calls, ...matrix.notCalled].map((call) => {
    const name = nameOf(callKey(call)) ?? "";
    const indexed = indexCall(call, name);
    for (const form of searchWords(`${name}/${indexed.segments.join("/")}`))
      wordFor(singularOf(form)).forms.add(form);
    for (const [word, weight] of weighWords(indexed, name)) {
      wordFor(word).uses.push({ indexed, weight });
    }
    return indexed;
  });
  return { calls, words };
}
