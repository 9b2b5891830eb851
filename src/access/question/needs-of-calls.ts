import type { MeasuredCall, MeasuredMatrix } from "../../catalog/measured/measured-matrix.ts";
import { resolveRoles } from "../model/resolve-roles.ts";

/** Sets of roles of which a call needs one; empty where nothing allows it. */
export type CallNeed = readonly (readonly string[])[];

/** Includes every other role, so it is an answer only if there is no other. */
export const fullAdministrator = "realm-admin";

type Includes = Pick<MeasuredMatrix, "includes">;

/** Whether `some` is part of `all`. */
export function isWithin(some: Iterable<string>, all: ReadonlySet<string>): boolean {
  for (const role of some) if (!all.has(role)) return false;
  return true;
}

/** The roles without those that come with another one of them, sorted. */
export function withoutIncluded(roles: Iterable<string>, matrix: Includes): readonly string[] {
  const all = [...new Set(roles)]
    .sort()
    .map((role) => ({ role, closure: resolveRoles([role], matrix.includes) }));
  // Of two roles that include each other, the first one stays.
  const isIncluded = ({ role, closure }: (typeof all)[number], index: number) =>
    all.some(
      (other, place) =>
        place !== index && other.closure.has(role) && (place < index || !closure.has(other.role)),
    );
  return all.filter((it, index) => !isIncluded(it, index)).map(({ role }) => role);
}

/** The sets that give nothing that another set does not need: none whose closure holds another's and more. */
function smallestSets(sets: CallNeed, matrix: Includes): CallNeed {
  const closed = new Map(
    sets.map((set) => {
      const roles = withoutIncluded(set, matrix);
      return [roles.join(" "), { roles, closure: resolveRoles(roles, matrix.includes) }] as const;
    }),
  );
  const all = [...closed.values()];
  return all
    .filter(
      ({ closure }) =>
        !all.some((other) => other.closure.size < closure.size && isWithin(other.closure, closure)),
    )
    .map(({ roles }) => roles);
}

function needOf(call: MeasuredCall, matrix: MeasuredMatrix): CallNeed {
  const allowing = (roles: readonly string[]) =>
    roles.filter((role) => call.verdicts.get(role) === "allowed").map((role) => [role]);
  const ofRealm = [...allowing(matrix.roles), ...call.combinations];
  // A role of master is an answer only where none of the realm is: to a call outside of all realms.
  const sets = ofRealm.length > 0 ? ofRealm : allowing(matrix.masterRoles);
  const lesser = sets.filter((roles) => !roles.includes(fullAdministrator));
  return smallestSets(lesser.length > 0 ? lesser : sets, matrix);
}

/**
 * What each of the calls needs, the smallest sets of roles only; each need once, since most calls
 * share theirs with others. Realm-admin is among them only where nothing else allows a call.
 */
export function needsOfCalls(
  calls: Iterable<MeasuredCall>,
  matrix: MeasuredMatrix,
): readonly CallNeed[] {
  const needs = new Map<string, CallNeed>();
  for (const call of new Set(calls)) {
    const need = needOf(call, matrix);
    needs.set(JSON.stringify(need), need);
  }
  return [...needs.values()].sort((a, b) => a.length - b.length);
}

/** Whether these roles, with all that they include, meet a need. */
export function isMet(need: CallNeed, closure: ReadonlySet<string>): boolean {
  return need.some((roles) => isWithin(roles, closure));
}
