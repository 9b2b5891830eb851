import type { Denial } from "../../access/policy/judge-roles.ts";
import type { PowerKind } from "../../access/policy/policy.ts";
import type { AccountRow } from "../../access/survey/account-rows.ts";
import type { MeasuredReach } from "../../access/survey/reach-of-account.ts";
import type { Place } from "../places/place.ts";
import { accountLabel } from "./account-label.ts";

/** What is wrong. */
export type RuleId = "role-not-allowed" | "rule-ended" | PowerKind;

/** What a finding means for the result of the check. */
export type Verdict =
  /** It is there, and somebody answers for it. */
  | "accepted"
  /** It is there, and nobody asked whether it is allowed. */
  | "told"
  /** It is there, and was there in an earlier run. */
  | "known"
  | "notAllowed"
  /** A rule that allowed something has ended. */
  | "ended"
  /** The files don't say whether it is there. */
  | "cannotTell";

/** What a check finds. All formats print the same. */
export interface Finding {
  readonly ruleId: RuleId;
  readonly verdict: Verdict;
  /** The service account, and the realm that its roles are over; undefined where it is about a rule. */
  readonly account: Pick<AccountRow, "realm" | "administers" | "clientId"> | undefined;
  /** What is found, in a line. */
  readonly message: string;
  /** Names of the roles, where the finding is about roles. */
  readonly roles: readonly string[];
  /** What says so: in the files, or of roles in the policy. */
  readonly because: string | Denial | undefined;
  /** Where the cause stands; undefined where no file has it. */
  readonly place: Place | undefined;
}

/** A finding in a line, without its place. */
export const findingText = ({ account, message }: Finding) =>
  account === undefined ? message : `${accountLabel(account, " ")}: ${message}`;

/** What a check finds. */
export interface CheckResult {
  /** Who holds what. */
  readonly accounts: readonly AccountRow[];
  readonly findings: readonly Finding[];
  /** Whether not everything is allowed. */
  readonly isLimited: boolean;
  /** How far they reach. */
  readonly measured: MeasuredReach;
}

/** What each rule is about. */
export const ruleTexts = {
  "role-not-allowed": "A service account holds more roles than it is allowed.",
  "rule-ended": "A rule of the policy file has ended.",
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
  known: "not new",
  notAllowed: "NOT ALLOWED",
  ended: "ENDED",
  cannotTell: "CANNOT TELL",
} as const satisfies Record<Verdict, string>;
