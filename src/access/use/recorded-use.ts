import type { AdminEvent } from "../model/admin-event.ts";

/** What the events of a realm tell of the writes of one service account. Times are in milliseconds since 1970. */
export interface RecordedUse {
  /** Its writes since {@link from}, the newest first. */
  readonly events: readonly AdminEvent[];
  /** Whether these are all that are kept. */
  readonly isComplete: boolean;
  /** Whether the realm records writes now. */
  readonly areWritesKept: boolean;
  /** The start of the window. */
  readonly from: number;
  /** Since when writes are recorded, but not before {@link from}; undefined where the realm has no event of anybody. */
  readonly recordedSince: number | undefined;
  /** Writes through the same client by people who signed in with it: these use their own roles. */
  readonly byPeople: number;
}

/** The usual window, in days. */
export const usualWindow = 90;
