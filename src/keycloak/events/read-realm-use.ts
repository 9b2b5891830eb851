import type { AdminEvent } from "../../access/model/admin-event.ts";
import { dayOf } from "../../access/policy/judge-roles.ts";
import { lastWrites, type RealmUse } from "../../access/use/realm-use.ts";
import type { AdminApi } from "../api/admin-api.ts";
import { readAdminEvents, readEventSettings } from "./read-admin-events.ts";

/** What came of reading the events of a realm. */
export type RealmUseAnswer =
  | { readonly kind: "notSeen" | "off" }
  | { readonly kind: "read"; readonly use: RealmUse; readonly isComplete: boolean };

interface Options {
  /** How many days before now count. */
  readonly days: number;
  /** Is told how many events were read so far. */
  readonly onProgress: (events: number) => void;
  /** Ends the reading; what was read until then counts. */
  readonly signal: AbortSignal;
}

const day = 86_400_000;

/** How many events are read between two looks at the signal. */
const atOnce = 500;

/** More events than these aren't kept in memory. */
const most = 100_000;

/**
 * Reads all admin events of a realm once, newest first, and tells when each user wrote last. A realm that doesn't record
 * events now isn't asked for old ones.
 *
 * @throws AdminApiError when a request fails for another reason than lacking view-events
 */
export async function readRealmUse(
  api: AdminApi,
  { days, onProgress, signal }: Options,
): Promise<RealmUseAnswer> {
  const readAt = Date.now();
  const from = readAt - days * day;
  const settings = await readEventSettings(api);
  if (settings === undefined) return { kind: "notSeen" };
  if (!settings.areWritesKept) return { kind: "off" };
  const events: AdminEvent[] = [];
  let isComplete = false;
  while (!signal.aborted && !isComplete && events.length < most) {
    const page = await readAdminEvents(
      api,
      { dateFrom: dayOf(new Date(from - day)) },
      { first: events.length, most: atOnce },
    );
    if (page === undefined) return { kind: "notSeen" };
    events.push(...page.events);
    isComplete = page.isComplete;
    onProgress(events.length);
  }
  const knownSince = isComplete ? await findStart() : events.at(-1)?.time;
  return {
    kind: "read",
    isComplete,
    use: { lastByUserId: lastWrites(events), knownSince, readAt },
  };

  /** The start of the window, or the oldest event where the realm has none from before. */
  async function findStart(): Promise<number | undefined> {
    const before = await readAdminEvents(api, { dateTo: dayOf(new Date(from - day)) }, { most: 1 });
    if (before !== undefined && before.events.length > 0) return from;
    const oldest = events.at(-1)?.time;
    return oldest === undefined ? undefined : Math.max(oldest, from);
  }
}
