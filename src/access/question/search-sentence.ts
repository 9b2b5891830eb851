import type { KnownCall } from "../../catalog/measured/measured-matrix.ts";
import type { CallIndex, IndexedCall } from "./call-index.ts";
import { byRank, ranksOf } from "./search-calls.ts";
import { isOfTrouble, searchWords, stemOf, tellingWords } from "./search-words.ts";

/**
 * A text with fewer words isn't a sentence; a sentence with fewer matches is about something else.
 */
const fewestWords = 3;
const fewestFound = 2;

/**
 * The calls that most words of a sentence such as "I get 403 when listing group members" are found in, the
 * best first; at least half of those that any call has. What tells of trouble only is passed over.
 */
export function searchSentence(text: string, index: CallIndex): readonly KnownCall[] {
  const words = searchWords(text);
  if (words.length < fewestWords) return [];
  const known = tellingWords(words.map(stemOf))
    .filter((word) => !isOfTrouble(word))
    .map((word) => ranksOf(word, index))
    .filter(({ size }) => size > 0);
  const counts = new Map<IndexedCall, { readonly count: number; readonly rank: number }>();
  for (const ranks of known) {
    for (const [indexed, rank] of ranks) {
      const before = counts.get(indexed) ?? { count: 0, rank: 0 };
      counts.set(indexed, { count: before.count + 1, rank: before.rank + rank });
    }
  }
  const most = Math.max(0, ...[...counts.values()].map(({ count }) => count));
  if (most < Math.max(fewestFound, known.length / 2)) return [];
  return byRank(
    new Map(
      [...counts].flatMap(([indexed, { count, rank }]): [IndexedCall, number][] =>
        count === most ? [[indexed, rank]] : [],
      ),
    ),
  );
}
