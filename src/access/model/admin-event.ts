/** A write that somebody made through the Admin API, as the realm's events keep it. */
export interface AdminEvent {
  /** In milliseconds since 1970. */
  readonly time: number;
  /** `CREATE`, `UPDATE`, `DELETE` or `ACTION`. */
  readonly operation: string;
  /** Such as `CLIENT_ROLE_MAPPING`. */
  readonly resourceType: string;
  /** The path below the realm's in the Admin API, such as `users/{id}/role-mappings/realm`. */
  readonly resourcePath: string;
  /** What was sent, as JSON; undefined where the realm keeps no details. */
  readonly representation: string | undefined;
  /** Why the write failed; undefined where it didn't. */
  readonly error: string | undefined;
  /** Who made it. */
  readonly by: {
    /** The id of the realm that they signed in to; not its name. */
    readonly realmId: string;
    readonly clientUuid: string;
    readonly userId: string;
    readonly ipAddress: string | undefined;
  };
}

/** What a realm keeps of events. Times are in milliseconds. */
export interface EventSettings {
  /** Whether writes are recorded. */
  readonly areWritesKept: boolean;
  /** Whether what was sent is recorded too. */
  readonly areDetailsKept: boolean;
  /** Whether sign-ins of clients are recorded. */
  readonly areSignInsKept: boolean;
  /** For how long sign-ins are kept; undefined where that is for ever. */
  readonly signInsKeptFor: number | undefined;
}
