import type { KnownCall } from "../../catalog/measured/measured-matrix.ts";
import type { CallIndex, IndexedCall } from "./call-index.ts";
import { searchWords, singularOf, tellingWords } from "./search-words.ts";

/** A whole word tells more than the beginning of one. */
const wholeWordFactor = 2;

/** The calls that have a word, or one that begins with it, each with the most that it tells. */
export function ranksOf(word: string, index: CallIndex): ReadonlyMap<IndexedCall, number> {
  const ranks = new Map<IndexedCall, number>();
  const singular = singularOf(word);
  for (const [known, { forms, uses }] of index.words) {
    const isBegun = known.startsWith(singular) || [...forms].some((form) => form.startsWith(word));
    if (!isBegun) continue;
    const factor = known === singular || forms.has(word) ? wholeWordFactor : 1;
    for (const { indexed, weight } of uses) {
      ranks.set(indexed, Math.max(weight * factor, ranks.get(indexed) ?? 0));
    }
  }
  return ranks;
}

/** The calls, the best first. */
export function byRank(ranks: ReadonlyMap<IndexedCall, number>): readonly KnownCall[] {
  return [...ranks]
    .sort(([a, rankOfA], [b, rankOfB]) => rankOfB - rankOfA || a.length - b.length)
    .map(([{ call }]) => call);
}

/** The calls that all of these words are found in, each with what they tell together. */
function ranksOfAll(words: readonly string[], index: CallIndex): ReadonlyMap<IndexedCall, number> {
  const [first, ...others] = words;
  if (first === undefined) return new Map();
  let ranks = ranksOf(first, index);
  for (const word of others) {
    if (ranks.size === 0) return ranks;
    const more = ranksOf(word, index);
    const both = [...ranks].flatMap(([indexed, rank]): [IndexedCall, number][] => {
      const added = more.get(indexed);
      return added === undefined ? [] : [[indexed, rank + added]];
    });
    ranks = new Map(both);
  }
  return ranks;
}

/**
 * The calls whose name or path holds all these words or beginnings of words, the best first. The
 * method counts as a word too, with what people say for it: "list" finds every GET.
 */
export function searchCalls(words: readonly string[], index: CallIndex): readonly KnownCall[] {
  return byRank(ranksOfAll(tellingWords(words.flatMap(searchWords)), index));
}
