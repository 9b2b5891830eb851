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
  /** It exists and is accepted. */
  | "accepted"
  /** It exists, and the check has no limits. */
  | "told"
  /** It exists and existed in an earlier run. */
  | "known"
  | "notAllowed"
  /** A rule that allowed something has expired. */
  | "ended"
  /** The files leave it open. */
  | "cannotTell";

/** A finding of a check. All formats print the same findings. */
export interface Finding {
  readonly ruleId: RuleId;
  readonly verdict: Verdict;
  /** The service account and its administered realm; undefined for a finding about a rule. */
  readonly account: Pick<AccountRow, "realm" | "administers" | "clientId"> | undefined;
  /** The finding in one line. */
  readonly message: string;
  /** The names of the roles, if the finding is about roles. */
  readonly roles: readonly string[];
  /** The reason, from the files or the policy. */
  readonly because: string | Denial | undefined;
  /** The place of the cause; undefined if no file contains it. */
  readonly place: Place | undefined;
}

/** A finding in a line, without its place. */
export const findingText = ({ account, message }: Finding) =>
  account === undefined ? message : `${accountLabel(account, " ")}: ${message}`;

/** The result of a check. */
export interface CheckResult {
  /** The service accounts with their roles. */
  readonly accounts: readonly AccountRow[];
  readonly findings: readonly Finding[];
  /** Whether not everything is allowed. */
  readonly isLimited: boolean;
  /** How far they reach. */
  readonly measured: MeasuredReach;
}

/** The description of each rule. */
export const ruleTexts = {
  "role-not-allowed": "A service account has more roles than allowed.",
  "rule-ended": "A rule of the policy file has expired.",
  "act-as-user": "A protocol mapper lets a program act as another user.",
  "unknown-mapper": "A protocol mapper may let a program act as another user.",
  permissions: "Fine-grained permissions allow a program more than its roles.",
  "unknown-policy": "Fine-grained permissions may allow a program more than its roles.",
  "unknown-group": "A service account is a member of a group that no file contains.",
} as const satisfies Record<RuleId, string>;

/** The text of a verdict at the start of a line. */
export const verdictTexts = {
  accepted: "accepted",
  told: "beside roles",
  known: "not new",
  notAllowed: "NOT ALLOWED",
  ended: "ENDED",
  cannotTell: "CANNOT TELL",
} as const satisfies Record<Verdict, string>;
