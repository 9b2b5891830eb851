import type { AdminEvent } from "../model/admin-event.ts";
import { rolesOfEvent } from "../model/roles-of-event.ts";
import type { ChangeRecord, RecordedStep } from "./change-record.ts";
import { type ExpectedEvent, expectedEvents } from "./expected-events.ts";

/** What the server's events say of a request of a record. */
export type StepVerdict =
  | "found"
  /** Its event names other roles. */
  | "otherRoles"
  /** Someone else than the person of the record made it. */
  | "byAnother"
  | "missing"
  /** Its answer was lost, and no event says that it was carried out. */
  | "notMade"
  /** The events may not be seen, or none of that time are kept. */
  | "notKnown";

/** A request of a record, compared. */
export interface ComparedStep {
  readonly step: RecordedStep;
  readonly expected: ExpectedEvent;
  readonly verdict: StepVerdict;
  readonly event: AdminEvent | undefined;
}

/** A record, compared. */
export interface ComparedRecord {
  readonly record: ChangeRecord;
  readonly steps: readonly ComparedStep[];
  /** Events of the time of the change, about the same client or account, that no record has. */
  readonly more: readonly AdminEvent[];
}

/** What is kept of events for a record. */
export interface KeptEvents {
  /** Those about its client and its service account; undefined if they may not be seen. */
  readonly events: readonly AdminEvent[] | undefined;
  /** Whether events of the time of the record are kept, so that a missing one was never made. */
  readonly areOfThatTime: boolean;
}

/** How far the clocks of the person's computer and of the server may differ, in milliseconds. */
const clockTolerance = 300_000;

/** How far a moment is from a request, in milliseconds. */
function distance(time: number, { sentAt, answeredAt }: RecordedStep): number {
  return Math.max(Date.parse(sentAt) - time, time - Date.parse(answeredAt), 0);
}

/** Whether an event names the roles of a request; undefined where it names none. */
function namesRoles(event: AdminEvent, { roleIds }: ExpectedEvent): boolean | undefined {
  const roles = roleIds === undefined ? undefined : rolesOfEvent(event);
  if (roleIds === undefined || roles === undefined) return undefined;
  const ids = new Set(roles.map(({ id }) => id));
  return ids.size === roleIds.size && [...ids].every((id) => roleIds.has(id));
}

interface Request {
  readonly record: ChangeRecord;
  readonly step: RecordedStep;
  readonly expected: ExpectedEvent;
}

/** The free event that fits a request best: by the roles, then by the person, then by the time. */
function bestEvent(
  { record, step, expected }: Request,
  events: readonly AdminEvent[],
  used: ReadonlySet<AdminEvent>,
): AdminEvent | undefined {
  const rank = (event: AdminEvent): readonly number[] => [
    namesRoles(event, expected) === false ? 1 : 0,
    record.by === null || record.by.userId === event.by.userId ? 0 : 1,
    distance(event.time, step),
  ];
  const [best] = events
    .filter(
      (event) =>
        !used.has(event) &&
        event.error === undefined &&
        event.operation === expected.operation &&
        event.resourceType === expected.resourceType &&
        event.resourcePath === expected.resourcePath &&
        distance(event.time, step) <= clockTolerance,
    )
    .map((event) => ({ event, rank: rank(event) }))
    .sort((a, b) => a.rank.map((it, at) => it - (b.rank[at] ?? 0)).find((it) => it !== 0) ?? 0);
  return best?.event;
}

function verdictOf(
  { record, step, expected }: Request,
  event: AdminEvent | undefined,
  { events, areOfThatTime }: KeptEvents,
): StepVerdict {
  if (event !== undefined) {
    if (namesRoles(event, expected) === false) return "otherRoles";
    const { by } = record;
    return by === null || by.userId === event.by.userId ? "found" : "byAnother";
  }
  if (events === undefined || !areOfThatTime) return "notKnown";
  return step.isDone === null ? "notMade" : "missing";
}

/** Events of the time of a change that are about its client or its account. */
function eventsOfTime({ steps }: ChangeRecord, events: readonly AdminEvent[]) {
  const begin = Math.min(...steps.map(({ sentAt }) => Date.parse(sentAt)));
  const end = Math.max(...steps.map(({ answeredAt }) => Date.parse(answeredAt)));
  return events.filter(({ time, error }) => error === undefined && time >= begin && time <= end);
}

/**
 * Compares records with the server's admin events. Each event stands for one request: changes that were made again
 * each need their own.
 *
 * @param keptFor the events for a record; those of the same client are the same objects
 */
export function compareRecords(
  records: readonly ChangeRecord[],
  keptFor: (record: ChangeRecord) => KeptEvents,
): readonly ComparedRecord[] {
  const used = new Set<AdminEvent>();
  const inOrder = [...records].sort((a, b) => Date.parse(a.madeAt) - Date.parse(b.madeAt));
  const compared = new Map(
    inOrder.map((record) => {
      const kept = keptFor(record);
      const sent = record.steps.filter(({ isDone }) => isDone !== false);
      const steps = sent.flatMap((step) =>
        expectedEvents(record, step).map((expected): ComparedStep => {
          const request = { record, step, expected };
          const event = bestEvent(request, kept.events ?? [], used);
          if (event !== undefined) used.add(event);
          return { step, expected, event, verdict: verdictOf(request, event, kept) };
        }),
      );
      return [record, steps] as const;
    }),
  );
  return records.map((record) => ({
    record,
    steps: compared.get(record) ?? [],
    more: eventsOfTime(record, keptFor(record).events ?? []).filter((event) => !used.has(event)),
  }));
}
