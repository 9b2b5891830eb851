import type { AdminEvent } from "../model/admin-event.ts";

/** What the events of a client's own realm tell of its last sign-in. */
export type RecordedSignIn =
  | { readonly kind: "at"; readonly time: number }
  /** The realm records sign-ins and keeps none of it. */
  | { readonly kind: "none" }
  /** The realm doesn't record sign-ins now. */
  | { readonly kind: "notRecorded" }
  /** The administrator may not see events, or the account isn't known. */
  | { readonly kind: "notSeen" };

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
  /** Its last sign-in. */
  readonly signIn: RecordedSignIn;
  /** Writes through the same client by people who signed in with it: these use their own roles. */
  readonly byPeople: number;
}

/** The usual window, in days. */
export const usualWindow = 90;
