/** What the search says of a call. */
export type CallStatement = "allowed" | "filtered" | "denied" | "notKnown";

/** Whether it is said that there is an account. */
export type AccountStatement = "exists" | "none" | "notKnown";

/** What is said of an account's power: a risk level, that it is realm admin, none, or nothing. */
export type PowerStatement =
  | "realmAdmin"
  | "critical"
  | "high"
  | "medium"
  | "low"
  | "none"
  | "notKnown";

/** What is said of roles that end, or were to. */
export interface EndStatement {
  /** In milliseconds since 1970. */
  readonly at: number;
  readonly roles: readonly string[];
  readonly state: "pending" | "due" | "over" | "stillAssigned" | "cancelled" | "unused";
}

/** What is said of when roles end; that the server can't end any is said too. */
export type EndsStatement = readonly EndStatement[] | "noWorkflows" | "notKnown";

/** One line of the access check. */
export interface CheckStatement {
  readonly id: string;
  readonly verdict: "ok" | "problem" | "unknown";
  readonly names: readonly string[];
}

/** What the tab or the list says of a client's account. */
export interface HoldingsStatement {
  readonly account: AccountStatement;
  readonly power: PowerStatement;
  /** Admin roles in effect; undefined where it isn't said which. */
  readonly roles: readonly string[] | undefined;
  /** Undefined where nothing is said of that. */
  readonly ends: EndsStatement | undefined;
}

/** What the list says of a client. */
export interface RowStatement extends HoldingsStatement {
  /** Whether client and account are enabled; undefined where that isn't said. */
  readonly enabled: boolean | undefined;
}

/** All that the product says of a client to an administrator. */
export interface Statements {
  readonly tab: HoldingsStatement;
  readonly list: RowStatement;
  /** By the ids of the calls; empty where nothing can be searched. */
  readonly search: ReadonlyMap<string, CallStatement>;
  /** Empty where nothing can be checked. */
  readonly check: readonly CheckStatement[];
  /** Why nothing could be read, as far as it is said. */
  readonly failed?: string;
}

/** What the list counts; undefined where it says that something is left out. */
export interface ListCounts {
  /** Accounts with admin roles. */
  readonly holders: number | undefined;
  /** Of those whose clients may use them. */
  readonly realmAdmins: number | undefined;
  readonly clientsDisabled: number | undefined;
  readonly usersDisabled: number | undefined;
  /** Of those whose clients may not. */
  readonly leftovers: number | undefined;
  /** Accounts with roles that were to end and are still assigned. */
  readonly notEnded: number | undefined;
}
