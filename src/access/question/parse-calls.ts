import { type ForeignReason, readAddress } from "../pasted/read-address.ts";
import { readMentions } from "../pasted/read-mentions.ts";
import { searchWords } from "./search-words.ts";

/** A call as a person wrote it; without a method, every method of the path is meant. */
export interface TypedCall {
  readonly method?: string;
  /** As `shortPath` writes it, with the values that were given; what stands for a value is `{name}`. */
  readonly path: string;
}

/** An address that no admin role opens. */
export interface ForeignAddress {
  readonly address: string;
  readonly reason: ForeignReason;
}

/** What a text in the search field asks for. */
export type ParsedText =
  | {
      readonly kind: "calls";
      /** Each once, in the order of the text. */
      readonly calls: readonly TypedCall[];
      /** Addresses beside them, such as the one that a script has its token from. */
      readonly foreign: readonly ForeignAddress[];
      /** Whether the text names more calls than these. */
      readonly isCut: boolean;
    }
  | { readonly kind: "foreign"; readonly foreign: readonly ForeignAddress[] }
  | { readonly kind: "words"; readonly words: readonly string[] };

/** How much of a text is read. */
export interface ReadingLimits {
  readonly calls: number;
  readonly characters: number;
}

const ofSearchField: ReadingLimits = { calls: 50, characters: 100_000 };

/**
 * Reads what was typed or pasted into the search field: calls, as paths, addresses, commands, code
 * or lines of a log; else words to find calls by.
 */
export function parseCalls(text: string, limits: ReadingLimits = ofSearchField): ParsedText {
  const calls = new Map<string, TypedCall>();
  const foreign = new Map<string, ForeignAddress>();
  for (const { method, address } of readMentions(text.slice(0, limits.characters))) {
    const read = readAddress(address);
    if (read?.kind === "foreign") foreign.set(address, { address, reason: read.reason });
    if (read?.kind !== "path") continue;
    const { path } = read;
    calls.set(`${method} ${path}`, method === undefined ? { path } : { method, path });
  }
  const withMethod = new Set([...calls.values()].map((it) => (it.method ? it.path : "")));
  for (const path of withMethod) calls.delete(`undefined ${path}`);
  const others = [...foreign.values()];
  if (calls.size > 0) {
    const all = [...calls.values()];
    const isCut = all.length > limits.calls || text.length > limits.characters;
    return { kind: "calls", calls: all.slice(0, limits.calls), foreign: others, isCut };
  }
  return others.length > 0
    ? { kind: "foreign", foreign: others }
    : { kind: "words", words: searchWords(text) };
}
