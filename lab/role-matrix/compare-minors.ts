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
      const change = compareCall({ call: same, matrix: older }, { call, matrix: newer });
      return change.gained.length + change.lost.length > 0 ? [change] : [];
    }),
  };
}

/** A call that one of the two did not make stands in both all the same. */
function callsMissingIn(one: Measurement, other: Measurement): readonly CallTemplate[] {
  const keys = new Set(allCalls(one).map(callKey));
  return allCalls(other).filter((call) => !keys.has(callKey(call)));
}

const allCalls = ({ matrix, notCalled }: Measurement) => [...matrix.calls, ...notCalled];

interface CallOfVersion {
  readonly call: MeasuredCall;
  readonly matrix: MeasuredMatrix;
}

function compareCall(before: CallOfVersion, now: CallOfVersion): CallChange {
  return {
    call: now.call,
    gained: betterIn(now, before).map(({ roles, here, there }) => ({
      roles,
      before: there,
      now: here,
    })),
    lost: betterIn(before, now).map(({ roles, here, there }) => ({
      roles,
      before: here,
      now: there,
    })),
  };
}

/** The smallest sets of roles that get a better answer here than there. */
function betterIn(here: CallOfVersion, there: CallOfVersion) {
  const answered = [
    ...smallestSets(here.call, here.matrix).map((roles) => ({ roles, here: "allowed" as const })),
    ...smallestRoles(here.call, here.matrix, "filtered").map((role) => ({
      roles: [role],
      here: "filtered" as const,
    })),
  ];
  return answered
    .map((it) => ({ ...it, there: answerIn(there, it.roles) }))
    .filter(({ here, there }) =>
      here === "allowed" ? there === "filtered" || there === "denied" : there === "denied",
    );
}

const answerIn = ({ call, matrix }: CallOfVersion, roles: readonly string[]) =>
  verdictOf(call, roles, matrix);
