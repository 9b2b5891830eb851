import type { AccountRow } from "../../access/survey/account-rows.ts";
import type { Place } from "../places/find-places.ts";
import type { PowerKind } from "../realm-file/powers-beside-roles.ts";

/** What is wrong. */
export type RuleId = "role-not-allowed" | PowerKind;

/** What a finding means for whoever waits for the answer. */
export type Verdict =
  /** It is there, and somebody answers for it. */
  | "accepted"
  /** It is there, and nobody asked whether it is allowed. */
  | "told"
  | "notAllowed"
  /** The files don't say whether it is there. */
  | "cannotTell";

/** What a check finds about a service account. All formats print the same. */
export interface Finding {
  readonly ruleId: RuleId;
  readonly verdict: Verdict;
  readonly realm: string;
  /** The realm that the roles are over. */
  readonly administers: string;
  readonly clientId: string;
  /** What is found, in a line. */
  readonly message: string;
  /** Names of the roles, where the finding is about roles. */
  readonly roles: readonly string[];
  /** What in the files says so, where the finding isn't about roles. */
  readonly because: string | undefined;
  /** Where in the files the cause stands; undefined where nothing of them is the cause. */
  readonly place: Place | undefined;
}

/** What a check finds. */
export interface CheckResult {
  /** Who holds what. */
  readonly accounts: readonly AccountRow[];
  readonly findings: readonly Finding[];
}

/** What each rule is about. */
export const ruleTexts = {
  "role-not-allowed": "A service account holds more roles than it is allowed.",
  "act-as-user": "A protocol mapper lets a program act as another user.",
  "unknown-mapper": "A protocol mapper may let a program act as another user.",
  permissions: "Fine-grained permissions allow a program more than its roles.",
  "unknown-policy": "Fine-grained permissions may allow a program more than its roles.",
  "unknown-group": "A service account is a member of a group that no file has.",
} as const satisfies Record<RuleId, string>;

/** Words for a verdict, which lines begin with. */
export const verdictTexts = {
  accepted: "accepted",
  told: "beside roles",
  notAllowed: "NOT ALLOWED",
  cannotTell: "CANNOT TELL",
} as const satisfies Record<Verdict, string>;
