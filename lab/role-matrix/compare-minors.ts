import { verdictOf } from "../../src/access/model/verdict-of.ts";
import { type CallTemplate, callKey } from "../../src/catalog/calls/call-template.ts";
import type {
  MeasuredCall,
  MeasuredMatrix,
  Verdict,
} from "../../src/catalog/measured/measured-matrix.ts";
import type { Measurement } from "./read-measurements.ts";
import { smallestRoles, smallestSets } from "./smallest-roles.ts";

/** One role, or several together, whose answer is another one now. */
export interface AnswerChange {
  readonly roles: readonly string[];
  readonly before: Verdict;
  readonly now: Verdict;
}

/** A call that both versions have and that roles open otherwise now. */
export interface CallChange {
  /** As the newer version names it. */
  readonly call: MeasuredCall;
  readonly gained: readonly AnswerChange[];
  readonly lost: readonly AnswerChange[];
}

/** What a newer version does otherwise than an older one. */
export interface MinorChanges {
  readonly rolesCame: readonly string[];
  readonly rolesWent: readonly string[];
  /** Those among them that were not made have no answers. */
  readonly callsCame: readonly CallTemplate[];
  readonly callsWent: readonly CallTemplate[];
  readonly callsChanged: readonly CallChange[];
}

/**
 * Compares two versions. Calls are the same whatever their parameters are named; of roles only the
 * smallest sets are told, and nothing where one version's answer is not known.
 */
export function compareMinors(before: Measurement, now: Measurement): MinorChanges {
  const older = before.matrix;
  const newer = now.matrix;
  const measuredBefore = new Map(older.calls.map((it) => [callKey(it), it]));
  return {
    rolesCame: newer.roles.filter((role) => !older.roles.includes(role)),
    rolesWent: older.roles.filter((role) => !newer.roles.includes(role)),
    callsCame: callsMissingIn(before, now),
    callsWent: callsMissingIn(now, before),
    callsChanged: newer.calls.flatMap((call) => {
      const same = measuredBefore.get(callKey(call));
      if (same === undefined) return [];
      const gained = betterIn([call, newer], [same, older]);
      const lost = betterIn([same, older], [call, newer]);
      if (gained.length + lost.length === 0) return [];
      return {
        call,
        gained: gained.map(([roles, now, before]) => ({ roles, before, now })),
        lost: lost.map(([roles, before, now]) => ({ roles, before, now })),
      };
    }),
  };
}

/** A call that one of the two did not make stands in both all the same. */
function callsMissingIn(one: Measurement, other: Measurement): readonly CallTemplate[] {
  const allCalls = ({ matrix, notCalled }: Measurement) => [...matrix.calls, ...notCalled];
  const keys = new Set(allCalls(one).map(callKey));
  return allCalls(other).filter((call) => !keys.has(callKey(call)));
}

type CallOfVersion = readonly [call: MeasuredCall, matrix: MeasuredMatrix];
type Better = readonly [roles: readonly string[], here: Verdict, there: Verdict];

/** The smallest sets of roles that get a better answer here than there. */
function betterIn(here: CallOfVersion, [call, matrix]: CallOfVersion): readonly Better[] {
  const better = (roles: readonly string[], verdict: Verdict): Better[] => {
    const isOfMaster = (role: string) => here[1].masterRoles.includes(role);
    if (roles.some((role) => isOfMaster(role) && !matrix.masterRoles.includes(role))) return [];
    const there = verdictOf(call, roles, matrix);
    const isWorse = there === "denied" || (there === "filtered" && verdict === "allowed");
    return isWorse ? [[roles, verdict, there]] : [];
  };
  return [
    ...smallestSets(...here).flatMap((roles) => better(roles, "allowed")),
    ...smallestRoles(...here, "filtered").flatMap((role) => better([role], "filtered")),
  ];
}
