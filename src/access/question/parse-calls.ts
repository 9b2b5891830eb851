import { joinContinuedLines } from "./one-line-text.ts";
import { type ForeignReason, readAddress } from "./read-address.ts";
import { readCurl } from "./read-curl.ts";
import { type Mention, readProse } from "./read-prose.ts";
import { readShellCommand } from "./read-shell-command.ts";
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

const mostCalls = 50;
const mostCharacters = 100_000;

/** The commands of a text each on one line, without the escapes of Windows' command prompt. */
const inCommandLines = (text: string) => {
  const joined = joinContinuedLines(text);
  return /\^"/.test(joined) ? joined.replace(/\^(.)/g, "$1") : joined;
};

/** All addresses of a text in their order. */
function mentionsIn(text: string): readonly Mention[] {
  const mentions: Mention[] = [];
  const curl = /\bcurl(?:\.exe)?(?=\s)/g;
  let end = 0;
  for (let found = curl.exec(text); found !== null; found = curl.exec(text)) {
    const command = readShellCommand(text, curl.lastIndex);
    const { method, addresses } = readCurl(command.words);
    mentions.push(...readProse(text.slice(end, found.index)));
    mentions.push(...addresses.map((address) => ({ method, address })));
    end = command.end;
    curl.lastIndex = end;
  }
  return [...mentions, ...readProse(text.slice(end))];
}

/**
 * Reads what was typed or pasted into the search field: calls, as paths, addresses, commands, code
 * or lines of a log; else words to find calls by.
 */
export function parseCalls(text: string): ParsedText {
  const calls = new Map<string, TypedCall>();
  const foreign = new Map<string, ForeignAddress>();
  for (const { method, address } of mentionsIn(inCommandLines(text.slice(0, mostCharacters)))) {
    const read = readAddress(address);
    if (read?.kind === "foreign") foreign.set(address, { address, reason: read.reason });
    if (read?.kind !== "path") continue;
    const { path } = read;
    calls.set(`${method} ${path}`, method === undefined ? { path } : { method, path });
  }
  const others = [...foreign.values()];
  if (calls.size > 0) {
    const all = [...calls.values()];
    const isCut = all.length > mostCalls || text.length > mostCharacters;
    return { kind: "calls", calls: all.slice(0, mostCalls), foreign: others, isCut };
  }
  return others.length > 0
    ? { kind: "foreign", foreign: others }
    : { kind: "words", words: searchWords(text) };
}
