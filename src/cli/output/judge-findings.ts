import type { Place } from "../places/find-places.ts";
import type { Violation } from "../policy/find-violations.ts";
import { isTold, type PowerBesideRoles } from "../realm-file/powers-beside-roles.ts";
import type { Finding, Verdict } from "./finding.ts";

/** A power that comes from no role, or can't be told, and whether the person who checks accepts it. */
export interface JudgedPower extends PowerBesideRoles {
  readonly isAccepted: boolean;
}

function verdictOf({ kind, isAccepted }: JudgedPower, isLimited: boolean): Verdict {
  if (isAccepted) return "accepted";
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
    ...{ realm, administers: realm, clientId },
    message: `${meanings[kind]} (${kind}): ${because}`,
    roles: [],
    because,
    place,
  };
}

/** The finding that a service account holds more than it is allowed. */
export function findingOfViolation(
  { account: { realm, administers, clientId }, roles }: Violation,
  place: Place | undefined,
): Finding {
  return {
    ruleId: "role-not-allowed",
    verdict: "notAllowed",
    ...{ realm, administers, clientId },
    message: roles.join(", "),
    roles,
    because: undefined,
    place,
  };
}
