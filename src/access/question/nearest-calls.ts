import type { KnownCall } from "../../catalog/measured/measured-matrix.ts";
import { type CallIndex, type PathSegment, splitPath } from "./call-index.ts";
import { editDistance } from "./edit-distance.ts";
import type { TypedCall } from "./parse-calls.ts";

const most = 5;

/** Beyond these a path is like none: Keycloak's longest has ten segments. */
const longestPath = 12;
const longestSegment = 64;

/** A parameter takes any value, but a literal that agrees tells more. */
const costOfParameter = 0.25;
const costOfOtherMethod = 0.5;

/** Words that differ in more than this share of their letters, and paths in their segments, are not alike. */
const alikeShare = 0.5;

/** HEAD is answered by GET. */
const isRead = (method: string) => method === "GET" || method === "HEAD";

/** From 0 for the same word to 1 for another one; a beginning is near, since a person may still be typing. */
function costOfLiteral(typed: string, literal: string): number {
  if (typed === literal) return 0;
  const lower = typed.toLowerCase();
  const other = literal.toLowerCase();
  const length = Math.max(lower.length, other.length);
  if (other.startsWith(lower)) return (0.5 * (length - lower.length)) / length;
  if (Math.abs(lower.length - other.length) > alikeShare * length) return 1;
  return editDistance(lower, other, (a: string, b: string) => (a === b ? 0 : 1)) / length;
}

/** What it costs to put a template's segment for a typed one; remembered, as templates share segments. */
function rememberCosts(): (typed: string, segment: PathSegment) => number {
  const known = new Map<string, Map<string, number>>();
  return (typed, segment) => {
    if (segment === undefined) return costOfParameter;
    const ofTyped = known.get(typed) ?? new Map<string, number>();
    known.set(typed, ofTyped);
    const cost = ofTyped.get(segment) ?? costOfLiteral(typed, segment);
    ofTyped.set(segment, cost);
    return cost;
  };
}

/**
 * The few calls that come nearest to one that there is not, the nearest first. Only reading calls
 * where reading is asked for, and where no method is: nobody is led to a change that they didn't name.
 */
export function nearestCalls(typed: TypedCall, { calls }: CallIndex): readonly KnownCall[] {
  const segments = splitPath(typed.path).map((segment) => segment.slice(0, longestSegment));
  if (segments.length > longestPath) return [];
  const costOf = rememberCosts();
  const isAlike = (part: string, segment: PathSegment) =>
    segment !== undefined && costOf(part, segment) <= alikeShare;
  const isReading = typed.method === undefined || isRead(typed.method);
  return calls
    .filter(({ call }) => !isReading || isRead(call.method))
    .map(({ call, segments: template }) => {
      const isOtherMethod = typed.method !== undefined && typed.method !== call.method;
      const distance = editDistance(segments, template, costOf);
      return {
        call,
        isNear:
          distance <= alikeShare * Math.max(segments.length, template.length) &&
          template.some((segment) => segments.some((part) => isAlike(part, segment))),
        distance: distance + (isOtherMethod ? costOfOtherMethod : 0),
      };
    })
    .filter(({ isNear }) => isNear)
    .sort((a, b) => a.distance - b.distance)
    .slice(0, most)
    .map(({ call }) => call);
}
