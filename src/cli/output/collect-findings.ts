import type { Place } from "../places/place.ts";
import type { Violation } from "../policy/find-violations.ts";
import type { JudgedPower } from "../policy/judge-findings.ts";
import type { RuleEnd } from "../policy/limits.ts";
import { isTold, type PowerBesideRoles } from "../realm-file/powers-beside-roles.ts";
import type { Finding, Verdict } from "./finding.ts";
import { describeExcess } from "./violation-line.ts";

function verdictOf({ kind, isAccepted, isKnown }: JudgedPower, isLimited: boolean): Verdict {
  if (isAccepted) return "accepted";
  if (isKnown) return "known";
  if (!isTold(kind)) return "cannotTell";
  return isLimited ? "notAllowed" : "told";
}

/** What a power means, in words. */
const meanings = {
  "act-as-user": "critical: can act as another user",
  "unknown-mapper": "may be able to act as another user",
  permissions: "can do what no role of it allows",
  "unknown-policy": "may be able to do what no role of it allows",
  "unknown-group": "may hold more roles",
} as const satisfies Record<PowerBesideRoles["kind"], string>;

/**
 * The finding that a service account has a power that comes from no role, or may have one.
 *
 * @param isLimited whether not everything is allowed
 */
export function findingOfPower(
  power: JudgedPower,
  isLimited: boolean,
  place: Place | undefined,
): Finding {
  const { realm, clientId, kind, because } = power;
  return {
    ruleId: kind,
    verdict: verdictOf(power, isLimited),
    account: { realm, administers: realm, clientId },
    message: `${meanings[kind]} (${kind}): ${because}`,
    roles: [],
    because,
    place,
  };
}

/** The finding that a service account holds more than it is allowed. */
export function findingOfViolation(
  { account: { realm, administers, clientId }, ...excess }: Violation,
  verdict: "known" | "notAllowed",
  place: Place | undefined,
): Finding {
  return {
    ruleId: "role-not-allowed",
    verdict,
    account: { realm, administers, clientId },
    message: describeExcess(excess),
    roles: excess.roles,
    because: excess.denial,
    place,
  };
}

/** The finding that a rule of the policy file has ended. */
export const findingOfEnd = ({ place, message }: RuleEnd): Finding => ({
  ruleId: "rule-ended",
  verdict: "ended",
  account: undefined,
  message,
  roles: [],
  because: undefined,
  place,
});
