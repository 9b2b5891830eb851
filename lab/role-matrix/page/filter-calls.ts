import { verdictOf } from "../../../src/access/model/verdict-of.ts";
import { type CallIndex, splitPath } from "../../../src/access/question/call-index.ts";
import { findCalls } from "../../../src/access/question/find-calls.ts";
import { parseCalls, type TypedCall } from "../../../src/access/question/parse-calls.ts";
import { searchCalls } from "../../../src/access/question/search-calls.ts";
import { familyOf } from "../../../src/catalog/calls/families.ts";
import type {
  MeasuredCall,
  MeasuredMatrix,
} from "../../../src/catalog/measured/measured-matrix.ts";
import { fullAdministrator } from "../smallest-roles.ts";
import type { View } from "./view.ts";

/** The calls that a view shows, in no order. */
export function filterCalls(
  matrix: MeasuredMatrix,
  index: CallIndex,
  view: View,
): ReadonlySet<MeasuredCall> {
  const found = callsOfText(view.text, matrix, index);
  return new Set(
    found.filter(
      (call) =>
        (view.family === "" || familyOf(call.path) === view.family) &&
        hasAnswer(call, view, matrix),
    ),
  );
}

function callsOfText(
  text: string,
  matrix: MeasuredMatrix,
  index: CallIndex,
): readonly MeasuredCall[] {
  if (text.trim() === "") return matrix.calls;
  const parsed = parseCalls(text);
  if (parsed.kind === "words") return searchCalls(parsed.words, index);
  if (parsed.kind === "foreign") return [];
  return parsed.calls.flatMap((typed) => callsOfPath(typed, index));
}

/** The call itself; with a path alone also what lies below, since a person may still be typing. */
function callsOfPath(typed: TypedCall, index: CallIndex): readonly MeasuredCall[] {
  const found = findCalls(typed, index);
  if (typed.method !== undefined) return found.kind === "found" ? found.calls : found.nearest;
  if (found.kind === "found") return callsBelow(found.calls[0], index);
  const begun = callsBegunBy(splitPath(typed.path), index);
  return begun.length > 0 ? begun : found.nearest;
}

/** The calls of a call's path and of those that it begins. */
function callsBelow(top: MeasuredCall | undefined, { calls }: CallIndex): readonly MeasuredCall[] {
  const beginning = calls.find(({ call }) => call === top)?.segments ?? [];
  return calls
    .filter(
      ({ segments }) =>
        segments.length >= beginning.length &&
        beginning.every((segment, place) => segment === segments[place]),
    )
    .map(({ call }) => call);
}

/** The calls whose path may become of one that is typed so far. */
function callsBegunBy(typed: readonly string[], { calls }: CallIndex): readonly MeasuredCall[] {
  const last = typed.length - 1;
  return calls
    .filter(
      ({ segments }) =>
        segments.length >= typed.length &&
        typed.every((it, place) => {
          const segment = segments[place];
          return (
            segment === undefined || segment === it || (place === last && segment.startsWith(it))
          );
        }),
    )
    .map(({ call }) => call);
}

/**
 * With roles chosen, whether they get the answer together; else whether some role gets it, where
 * realm-admin, which holds all, does not count: then "denied" is what only that one may.
 */
function hasAnswer(call: MeasuredCall, { answer, roles }: View, matrix: MeasuredMatrix): boolean {
  if (answer === "") return true;
  if (roles.length > 0) return verdictOf(call, roles, matrix) === answer;
  if (answer === "filtered") return [...call.verdicts.values()].includes(answer);
  const others = matrix.roles.filter((role) => role !== fullAdministrator);
  const best = verdictOf(call, others, matrix);
  if (answer !== "denied") return best === answer;
  // Where some others get an answer with less, still only realm-admin gets it whole.
  const isOpen = call.verdicts.get(fullAdministrator) === "allowed";
  return isOpen && (best === "denied" || best === "filtered");
}
