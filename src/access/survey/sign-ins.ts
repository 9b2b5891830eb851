/** When clients signed in, as far as events tell. Times are in milliseconds since 1970. */
export interface SignIns {
  /** Whether the realm records the sign-ins of clients; undefined where that may not be seen. */
  readonly isRecorded: boolean | undefined;
  /** The last sign-in by client ID, as the client was called then. */
  readonly lastByClientId: ReadonlyMap<string, number>;
  /** The last sign-in by the id of the service-account user, which stays where a client is renamed. */
  readonly lastByUserId: ReadonlyMap<string, number>;
  /** Whether these are all that are kept, so that a client which is not among them had none. */
  readonly isComplete: boolean;
  /** The time of an old sign-in that is still kept; undefined where none is known. */
  readonly keptSince: number | undefined;
  /** When they were read. */
  readonly readAt: number;
}

/** As long as nothing of sign-ins was read, and where they may not be seen. */
export const unknownSignIns: SignIns = {
  isRecorded: undefined,
  lastByClientId: new Map(),
  lastByUserId: new Map(),
  isComplete: false,
  keptSince: undefined,
  readAt: 0,
};

/** No sign-in is recorded in so many whole days before the events were read. */
export interface NoSignIn {
  readonly noneInDays: number;
}

/** With events of fewer days than this, no sign-in says nothing. */
export const leastWindow = 30;

const day = 86_400_000;

/**
 * What it says that no sign-in of an account is recorded: nothing where events are kept for less than
 * {@link leastWindow} days, or where the account isn't known to be as old as the oldest of them.
 *
 * @param existedAt a moment, in milliseconds since 1970, when it is known to have existed
 */
export function noSignIn(
  { isRecorded, keptSince, readAt }: SignIns,
  existedAt: number | undefined,
): NoSignIn | undefined {
  if (isRecorded !== true || keptSince === undefined) return undefined;
  if (existedAt === undefined || existedAt > keptSince) return undefined;
  const noneInDays = Math.floor((readAt - keptSince) / day);
  return noneInDays < leastWindow ? undefined : { noneInDays };
}
