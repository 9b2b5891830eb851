import type { KnownCall } from "../../catalog/measured/measured-matrix.ts";
import { type CallIndex, type IndexedCall, splitPath } from "./call-index.ts";
import { callsWithPart } from "./calls-with-part.ts";
import { nearestCalls } from "./nearest-calls.ts";
import type { TypedCall } from "./parse-calls.ts";

/**
 * The calls that match a typed one; those that contain it in their path; or the closest ones if
 * there is no match.
 */
export type FoundCalls =
  | { readonly kind: "found"; readonly calls: readonly KnownCall[] }
  | { readonly kind: "part"; readonly calls: readonly KnownCall[] }
  | { readonly kind: "none"; readonly nearest: readonly KnownCall[] };

/** Whether the last parameter takes the rest of the path, as in `/group-by-path/{path}`. */
const takesRest = ({ call }: IndexedCall) => call.path.endsWith("/{path}");

function matches(typed: readonly string[], indexed: IndexedCall): boolean {
  const { segments } = indexed;
  const fits = takesRest(indexed)
    ? typed.length >= segments.length
    : typed.length === segments.length;
  return (
    fits && segments.every((segment, index) => segment === undefined || segment === typed[index])
  );
}

/** Negative where `a` names its path more closely: the first literal that stands against a parameter decides. */
function compareCloseness(a: IndexedCall, b: IndexedCall): number {
  for (let index = 0; index < Math.max(a.segments.length, b.segments.length); index += 1) {
    const difference =
      Number(b.segments[index] !== undefined) - Number(a.segments[index] !== undefined);
    if (difference !== 0) return difference;
  }
  return b.segments.length - a.segments.length;
}

/**
 * The calls behind a path, and the nearest ones where there are none. A literal goes before a
 * parameter, as on the server: `/users/count` is not the user "count", whatever the method. HEAD is
 * answered by GET.
 *
 * @see [Jakarta REST, matching requests to resource methods](https://jakarta.ee/specifications/restful-ws/3.1/jakarta-restful-ws-spec-3.1#request_matching)
 */
export function findCalls(typed: TypedCall, index: CallIndex): FoundCalls {
  const segments = splitPath(typed.path);
  const matching = index.calls
    .filter((indexed) => matches(segments, indexed))
    .sort(compareCloseness);
  const ofPath = matching.filter(
    (indexed) => compareCloseness(indexed, matching[0] ?? indexed) === 0,
  );
  const method = typed.method === "HEAD" ? "GET" : typed.method;
  const calls = ofPath
    .map(({ call }) => call)
    .filter((call) => method === undefined || call.method === method);
  if (calls.length > 0) return { kind: "found", calls };
  const withPart = ofPath.length > 0 ? [] : callsWithPart(typed, index);
  return withPart.length > 0
    ? { kind: "part", calls: withPart }
    : { kind: "none", nearest: nearestCalls(typed, index) };
}
