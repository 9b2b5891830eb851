import type { AdminEvent } from "../model/admin-event.ts";

/** When accounts wrote last, as far as the events of a realm tell. Times are in milliseconds since 1970. */
export interface RealmUse {
  /** The last write by the id of its user. */
  readonly lastByUserId: ReadonlyMap<string, number>;
  /** Since when every write is known; undefined where that is for no time. */
  readonly knownSince: number | undefined;
  readonly readAt: number;
}

/** The last write of an account, or that none is recorded since a time; undefined where nothing is known. */
export type LastWrite = number | { readonly noneSince: number } | undefined;

/** The last write by each user. */
export function lastWrites(events: Iterable<AdminEvent>): ReadonlyMap<string, number> {
  const last = new Map<string, number>();
  for (const { time, by } of events) last.set(by.userId, Math.max(last.get(by.userId) ?? 0, time));
  return last;
}

/**
 * When an account wrote last.
 *
 * @param userId the id of its user; empty where that isn't known
 * @returns undefined where nothing is known of the account
 */
export function lastWriteOf({ lastByUserId, knownSince }: RealmUse, userId: string): LastWrite {
  const time = lastByUserId.get(userId);
  if (time !== undefined) return time;
  return knownSince === undefined || userId === "" ? undefined : { noneSince: knownSince };
}
