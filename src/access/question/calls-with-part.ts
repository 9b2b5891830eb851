import type { KnownCall } from "../../catalog/measured/measured-matrix.ts";
import { type CallIndex, type IndexedCall, type PathSegment, splitPath } from "./call-index.ts";
import type { TypedCall } from "./parse-calls.ts";

const most = 5;

const isValue = (segment: string) => /^\{.*\}$/.test(segment);

/** Whether segments agree one by one, from the beginning of the shorter list on. */
const agree = (typed: readonly string[], template: readonly PathSegment[]) =>
  typed.every((segment, index) => template[index] === undefined || template[index] === segment);

/**
 * How far from its end the typed part stands in a template; undefined where it doesn't stand there. It has to
 * begin with a literal of the template, since a value agrees with anything.
 */
function distanceFromEnd(typed: readonly string[], { segments }: IndexedCall): number | undefined {
  for (let start = segments.length - typed.length; start > 0; start -= 1) {
    if (segments[start] === typed[0] && agree(typed, segments.slice(start))) {
      return segments.length - typed.length - start;
    }
  }
  return undefined;
}

/** Whether the template is the end of the typed path: in front of it is what a proxy or a program adds. */
function isEndOf(typed: readonly string[], { segments }: IndexedCall): boolean {
  const start = typed.length - segments.length;
  const literals = segments.filter((segment) => segment !== undefined).length;
  return (
    start > 0 &&
    segments[0] !== undefined &&
    (literals > 1 || (segments.length > 1 && typed.slice(0, start).every(isValue))) &&
    agree(typed.slice(start), segments)
  );
}

/**
 * The few calls whose path has the typed one as its end or inside it, such as `role-mappings/clients`; or whose
 * path is the end of the typed one. The best first. Without a method only calls that read: nobody is
 * led to a change that they didn't name.
 */
export function callsWithPart(typed: TypedCall, { calls }: CallIndex): readonly KnownCall[] {
  const segments = splitPath(typed.path);
  const method = typed.method === undefined || typed.method === "HEAD" ? "GET" : typed.method;
  const ofMethod = calls.filter(({ call }) => call.method === method);
  const ranked = (all: readonly IndexedCall[]) =>
    all.flatMap((indexed) => {
      const distance = isEndOf(segments, indexed) ? 0 : distanceFromEnd(segments, indexed);
      return distance === undefined ? [] : [{ indexed, distance }];
    });
  const read = ranked(ofMethod);
  // A part that only changes have, such as `reset-password`, is no question of reading.
  const found = read.length > 0 || typed.method !== undefined ? read : ranked(calls);
  return found
    .sort(
      (a, b) =>
        a.distance - b.distance ||
        a.indexed.segments.length - b.indexed.segments.length ||
        a.indexed.length - b.indexed.length,
    )
    .slice(0, most)
    .map(({ indexed }) => indexed.call);
}
