import { causeOfRoles } from "../places/cause-of-roles.ts";
import { findPlaces } from "../places/find-places.ts";
import type { Place } from "../places/place.ts";
import type { Violation } from "../policy/find-violations.ts";
import type { JudgedPower, Judgement } from "../policy/judge-findings.ts";
import type { RuleEnd } from "../policy/limits.ts";
import type { ParsedExport } from "../realm-file/parse-realm-exports.ts";
import { isTold, type PowerBesideRoles } from "../realm-file/powers-beside-roles.ts";
import type { FoundRealm } from "../realm-file/realms-in-files.ts";
import type { Finding, Verdict } from "./finding.ts";
import { describeExcess } from "./violation-line.ts";

function verdictOf({ kind, isAccepted, isKnown }: JudgedPower, isLimited: boolean): Verdict {
  if (isAccepted) return "accepted";
  if (isKnown) return "known";
  if (!isTold(kind)) return "cannotTell";
  return isLimited ? "notAllowed" : "told";
}

/** Describes an access that doesn't come from roles. */
const meanings = {
  "act-as-user": "critical: can act as another user",
  "unknown-mapper": "may be able to act as another user",
  permissions: "can do more than its roles allow",
  "unknown-policy": "may be able to do what no role of it allows",
  "unknown-group": "may hold more roles",
} as const satisfies Record<PowerBesideRoles["kind"], string>;

/**
 * The finding that a service account has, or may have, access that doesn't come from roles.
 *
 * @param isLimited whether not everything is allowed
 */
function findingOfPower(power: JudgedPower, isLimited: boolean, place: Place | undefined): Finding {
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

/** The finding that a service account has more roles than allowed. */
function findingOfViolation(
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

/** The finding that a rule of the policy file has expired. */
const findingOfEnd = ({ place, message }: RuleEnd): Finding => ({
  ruleId: "rule-ended",
  verdict: "ended",
  account: undefined,
  message,
  roles: [],
  because: undefined,
  place,
});

/** The findings of a check in output order, each with the place in the files that causes it. */
export function collectFindings(
  { powers, known, violations, ended, isLimited }: Judgement,
  realms: readonly FoundRealm[],
  parts: readonly ParsedExport[],
): readonly Finding[] {
  const causeOf = ({ account, roles }: Violation) => {
    const of = realms.find(({ exported }) => exported.realm === account.realm);
    return of && causeOfRoles(of.exported, of.found, account, roles);
  };
  // All at once, so that each file is searched only once.
  const places = findPlaces(parts, [
    ...powers.map(({ cause }) => cause),
    ...known.map(causeOf),
    ...violations.map(causeOf),
  ]);
  const placesFrom = (start: number) => (at: number) => places[start + at];
  const ofKnown = placesFrom(powers.length);
  const ofViolation = placesFrom(powers.length + known.length);
  return [
    ...powers.map((power, at) => findingOfPower(power, isLimited, places[at])),
    ...known.map((it, at) => findingOfViolation(it, "known", ofKnown(at))),
    ...ended.map(findingOfEnd),
    ...violations.map((it, at) => findingOfViolation(it, "notAllowed", ofViolation(at))),
  ];
}
