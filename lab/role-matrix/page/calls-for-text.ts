import { toLines } from "../../../src/access/pasted/one-line-text.ts";
import type { CallIndex } from "../../../src/access/question/call-index.ts";
import { callsForWords } from "../../../src/access/question/calls-for-words.ts";
import { findCalls } from "../../../src/access/question/find-calls.ts";
import { parseCalls } from "../../../src/access/question/parse-calls.ts";
import {
  isMeasured,
  type KnownCall,
  type MeasuredCall,
  type UnmeasuredCall,
} from "../../../src/catalog/measured/measured-matrix.ts";

/** The calls that a text finds, the best first, and what to say about what it didn't find. */
interface CallsForText {
  readonly calls: readonly MeasuredCall[];
  readonly notes: readonly string[];
}

/** Why some of the calls that were found are not in the table; a sentence for each reason. */
function notesOnUnmeasured(calls: readonly UnmeasuredCall[]): readonly string[] {
  return [...new Set(calls.map(({ reason }) => reason))].map((reason) => {
    const names = calls
      .filter((call) => call.reason === reason)
      .map(({ method, path }) => `${method} ${path}`);
    const more = names.length > mostNamed ? ` and ${names.length - mostNamed} more` : "";
    return `Not measured: ${names.slice(0, mostNamed).join(", ")}${more}. ${reason}`;
  });
}

const mostNamed = 5;

/**
 * Reads the text of the search field as the tab in the console reads its own, so both find the same calls.
 *
 * @returns undefined for a text without words
 */
export function callsForText(text: string, index: CallIndex): CallsForText | undefined {
  if (text.trim() === "") return undefined;
  const parsed = parseCalls(toLines(text));
  if (parsed.kind === "words") return toAnswer(callsForWords(text, parsed.words, index).calls, []);
  const notes = parsed.foreign.map(({ address, reason }) =>
    reason === "otherProduct"
      ? `${address} is not an address of Keycloak's Admin API.`
      : `${address} needs no admin role: it is not part of the Admin API.`,
  );
  const calls = new Set<KnownCall>();
  for (const typed of parsed.kind === "calls" ? parsed.calls : []) {
    const found = findCalls(typed, index);
    for (const call of found.kind === "none" ? found.nearest : found.calls) calls.add(call);
    const name = `${typed.method ?? ""} ${typed.path}`.trim();
    if (found.kind === "part") notes.push(`These calls have ${name} in their path.`);
    if (found.kind === "none") {
      const nearest = found.nearest.length > 0 ? " These calls are similar." : "";
      notes.push(`No exact match for ${name}.${nearest}`);
    }
  }
  return toAnswer([...calls], notes);
}

function toAnswer(found: readonly KnownCall[], notes: readonly string[]): CallsForText {
  const unmeasured = found.filter((call): call is UnmeasuredCall => !isMeasured(call));
  return {
    calls: found.filter(isMeasured),
    notes: [...notes, ...notesOnUnmeasured(unmeasured)],
  };
}
