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

/** What is said of a preset that the realm stores itself. */
export interface OwnPresetStatement {
  /** The ids of the presets that are offered, or what there is instead. */
  readonly store: readonly string[] | "none" | "notOurs" | "notKnown";
  /** Undefined where the realm doesn't offer it. */
  readonly preset:
    | {
        readonly status: OwnPresetStatus;
        /** Undefined where it isn't said that an earlier revision was applied. */
        readonly earlier: EarlierRevision | undefined;
        /** Roles that are left open: those that can't be seen, and those that another held preset of the realm needs. */
        readonly hidden: readonly string[];
        /** Undefined where the plan leaves roles out because they can't be seen. */
        readonly plan: OwnPresetPlan | undefined;
      }
    | undefined;
}

/** The status of a preset, with the names of the roles that it is about. */
export type OwnPresetStatus =
  | { readonly kind: "applied" | "changed" | "includedIn" | "accountOff" | "notKnown" }
  | { readonly kind: "missing"; readonly count: number; readonly held: number }
  | {
      readonly kind: "unavailable" | "notGrantable" | "reduced";
      readonly roles: readonly string[];
    }
  | {
      readonly kind: "outOfScope";
      readonly roles: readonly string[];
      /** Others of which it isn't said whether they are in scope, since the administrator can't see that. */
      readonly open: readonly string[];
    };

/** What changed since an earlier revision that a client got. */
export interface EarlierRevision {
  /** The revision that it got. */
  readonly since: string;
  readonly lacking: readonly string[];
  readonly left: readonly string[];
}

/** What applying a preset would do. */
export interface OwnPresetPlan {
  /** Whether the account is turned on before, or can't be. */
  readonly account: "asIs" | "turnedOn" | "blocked";
  readonly assigns: readonly string[];
  readonly unassigns: readonly string[];
}

/** What the list says of a preset of the realm in the row of a client. */
export interface ListedPresetStatement {
  /** Whether the account has all of its roles, by itself or in a wider preset. */
  readonly held: "held" | "notHeld" | "notKnown";
  /** Whether the client is said to have an earlier revision; undefined where that isn't known. */
  readonly isOutdated: boolean | undefined;
}

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
  /** Undefined where there is no row to say it in, or nothing is known of its account. */
  readonly ownPreset: ListedPresetStatement | undefined;
}

/** What the tab says of a client's account. */
export interface TabStatement extends HoldingsStatement {
  /** How many admin roles the header counts; undefined where it doesn't know of any. */
  readonly count: number | undefined;
}

/** All that the product says of a client to an administrator. */
export interface Statements {
  readonly tab: TabStatement;
  readonly list: RowStatement;
  /** Undefined where the tab shows no presets. */
  readonly ownPreset: OwnPresetStatement | undefined;
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
