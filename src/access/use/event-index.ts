import { callKey } from "../../catalog/calls/call-template.ts";
import type { KnownCall } from "../../catalog/measured/measured-matrix.ts";
import type { AdminEvent } from "../model/admin-event.ts";
import type { PathSegment } from "../question/call-index.ts";

/**
 * The admin events that calls leave, by `callKey`, each as "OPERATION TYPE path" with `{}` for values:
 * `CREATE USER users/{}`. Empty for a call that leaves none.
 */
export type EventsOfCalls = Readonly<Record<string, readonly string[]>>;

/** One way in which a call is seen in events. */
interface Trace {
  readonly call: KnownCall;
  /** The parts of its path between slashes: a literal, or undefined for a value. */
  readonly parts: readonly PathSegment[];
}

/** What tells the calls of events, for one version of Keycloak. */
export interface EventIndex {
  /** By operation and type of resource. */
  readonly traces: ReadonlyMap<string, readonly Trace[]>;
  /** Writing calls of the version that leave no event. */
  readonly untraced: readonly KnownCall[];
}

const traceOf = (call: KnownCall, path: string): Trace => ({
  call,
  parts: path.split("/").map((part) => (part === "{}" ? undefined : part)),
});

const literalsOf = ({ parts }: Trace) => parts.filter((part) => part !== undefined).length;

function fits(path: readonly string[], parts: readonly PathSegment[]): boolean {
  return (
    path.length === parts.length &&
    parts.every((part, place) => (part === undefined ? path[place] !== "" : part === path[place]))
  );
}

/** Whether a path fits where one of its values has slashes: a name in the path of an event isn't escaped. */
function fitsWithSlashes(path: readonly string[], parts: readonly PathSegment[]): boolean {
  const more = path.length - parts.length;
  if (more <= 0) return false;
  return parts.some((part, place) => {
    const value = path.slice(place, place + more + 1).join("/");
    return part === undefined && fits(path.toSpliced(place, more + 1, value), parts);
  });
}

/**
 * Prepares what calls leave in events, to be made once for each version.
 *
 * @param calls the calls of the version
 */
export function createEventIndex(events: EventsOfCalls, calls: Iterable<KnownCall>): EventIndex {
  const byKey = new Map(Object.entries(events));
  const traces = new Map<string, Trace[]>();
  const untraced: KnownCall[] = [];
  for (const call of calls) {
    const left = byKey.get(callKey(call));
    if (left?.length === 0) untraced.push(call);
    for (const event of left ?? []) {
      const [operation = "", type = "", path = ""] = event.split(" ");
      const kind = `${operation} ${type}`;
      traces.set(kind, [...(traces.get(kind) ?? []), traceOf(call, path)]);
    }
  }
  return { traces, untraced };
}

/**
 * The calls that leave such an event: several where it doesn't tell which of them was made, none where it isn't known.
 */
export function callsOfEvent(
  { operation, resourceType, resourcePath }: AdminEvent,
  { traces }: EventIndex,
): readonly KnownCall[] {
  const found = traces.get(`${operation} ${resourceType}`) ?? [];
  const path = resourcePath.split("/");
  const usual = found.filter(({ parts }) => fits(path, parts));
  const fitting =
    usual.length > 0 ? usual : found.filter(({ parts }) => fitsWithSlashes(path, parts));
  // A literal goes before a value, as in the paths of calls: `users/profile` is no user.
  const most = Math.max(...fitting.map(literalsOf));
  const closest = fitting.filter((it) => literalsOf(it) === most).map(({ call }) => call);
  // A console's own call duplicates another one.
  const usualCalls = closest.filter(({ path }) => !path.startsWith("/ui-ext"));
  return [...new Set(usualCalls.length > 0 ? usualCalls : closest)];
}
