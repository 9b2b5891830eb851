import { callKey } from "../../catalog/calls/call-template.ts";
import type { KnownCall } from "../../catalog/measured/measured-matrix.ts";
import type { AdminEvent } from "../model/admin-event.ts";
import { callsOfEvent, type EventIndex } from "./event-index.ts";

/** A call that a service account made, or tried to make. */
export interface UsedCall {
  readonly call: KnownCall;
  /** How many events tell of it; 0 where only a log does. */
  readonly events: number;
  /** When the last of these was, in milliseconds since 1970. */
  readonly lastEvent: number | undefined;
}

/** Events of one kind that stand for no known call. */
export interface UnrecognizedEvents {
  readonly operation: string;
  readonly resourceType: string;
  /** The path of the last of them. */
  readonly resourcePath: string;
  readonly events: number;
  readonly lastEvent: number;
}

/** Which calls a service account made, as far as events and logs tell. */
export interface Use {
  /** Each call once. */
  readonly calls: readonly UsedCall[];
  readonly unrecognized: readonly UnrecognizedEvents[];
}

interface Counted {
  readonly events: number;
  readonly lastEvent: number;
}

const count = (known: Counted | undefined, { time }: AdminEvent): Counted => ({
  events: (known?.events ?? 0) + 1,
  lastEvent: Math.max(known?.lastEvent ?? time, time),
});

/**
 * Collects the calls that events and logs tell of. An event that several calls leave counts for each of them: which of
 * them was made isn't known, so all of them have to be allowed.
 *
 * @param events each once, whether the write succeeded or failed
 * @param logged calls of logs and recordings
 */
export function collectUse(
  events: readonly AdminEvent[],
  logged: readonly KnownCall[],
  index: EventIndex,
): Use {
  const calls = new Map<string, Counted & { readonly call: KnownCall }>();
  const unrecognized = new Map<string, UnrecognizedEvents>();
  for (const event of events) {
    const found = callsOfEvent(event, index);
    for (const call of found) {
      const key = callKey(call);
      calls.set(key, { ...count(calls.get(key), event), call });
    }
    if (found.length > 0) continue;
    const { operation, resourceType, resourcePath } = event;
    const kind = `${operation} ${resourceType}`;
    const known = unrecognized.get(kind);
    const isLast = known === undefined || event.time >= known.lastEvent;
    unrecognized.set(kind, {
      ...{ operation, resourceType, ...count(known, event) },
      resourcePath: isLast ? resourcePath : known.resourcePath,
    });
  }
  const used = new Map<string, UsedCall>(calls);
  for (const call of logged) {
    const key = callKey(call);
    if (!used.has(key)) used.set(key, { call, events: 0, lastEvent: undefined });
  }
  return { calls: [...used.values()], unrecognized: [...unrecognized.values()] };
}
