import { callKey } from "../../src/catalog/call-template.ts";
import type { MeasuredCall, MeasuredMatrix, Verdict } from "../../src/catalog/measured-matrix.ts";
import { answerTogether } from "./answer-together.ts";
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
  readonly callsCame: readonly MeasuredCall[];
  readonly callsWent: readonly MeasuredCall[];
  readonly callsChanged: readonly CallChange[];
}

/**
 * Compares two versions. Calls are the same whatever their parameters are named; of roles only the
 * smallest sets are told, and nothing where one version's answer is not known.
 */
export function compareMinors(older: MeasuredMatrix, newer: MeasuredMatrix): MinorChanges {
  const callsBefore = byKey(older.calls);
  const callsNow = byKey(newer.calls);
  return {
    rolesCame: newer.roles.filter((role) => !older.roles.includes(role)),
    rolesWent: older.roles.filter((role) => !newer.roles.includes(role)),
    callsCame: newer.calls.filter((call) => !callsBefore.has(callKey(call))),
    callsWent: older.calls.filter((call) => !callsNow.has(callKey(call))),
    callsChanged: newer.calls.flatMap((call) => {
      const before = callsBefore.get(callKey(call));
      if (before === undefined) return [];
      const change = compareCall({ call: before, matrix: older }, { call, matrix: newer });
      return change.gained.length + change.lost.length > 0 ? [change] : [];
    }),
  };
}

const byKey = (calls: readonly MeasuredCall[]) => new Map(calls.map((it) => [callKey(it), it]));

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
  answerTogether(call, roles, matrix.includes);
