import type { EventsOfCalls } from "../../../src/access/use/event-index.ts";
import type { RecordedCall } from "./record-events.ts";

/**
 * Adds what was recorded on one version to what is known of others: an event that any version leaves for a call stays.
 * Calls that weren't made on any are missing.
 */
export function mergeEvents(
  known: EventsOfCalls,
  recorded: ReadonlyMap<string, RecordedCall>,
): EventsOfCalls {
  const merged = new Map(Object.entries(known));
  for (const [key, { events }] of recorded) {
    if (events === undefined) continue;
    merged.set(key, [...new Set([...(merged.get(key) ?? []), ...events])].sort());
  }
  return Object.fromEntries([...merged].sort(([a], [b]) => (a < b ? -1 : 1)));
}

const widest = 100;

/** The text of the table's file, as the formatter wants it: a call to a line where that fits. */
export function writeEvents(events: EventsOfCalls): string {
  const entries = Object.entries(events).map(([key, left]) => {
    const list = left.map((event) => JSON.stringify(event));
    const line = `  ${JSON.stringify(key)}: [${list.join(", ")}]`;
    if (line.length < widest) return line;
    return `  ${JSON.stringify(key)}: [\n    ${list.join(",\n    ")}\n  ]`;
  });
  return `{\n${entries.join(",\n")}\n}\n`;
}
