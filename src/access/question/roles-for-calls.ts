import type { MeasuredCall, MeasuredMatrix } from "../../catalog/measured/measured-matrix.ts";
import { resolveRoles } from "../model/resolve-roles.ts";
import { dangerOfAdminRoles, withoutTheWorst } from "../model/risk.ts";
import { type CallNeed, isMet, needsOfCalls, withoutIncluded } from "./needs-of-calls.ts";

/** Roles that together allow something; none of them could be left out. */
export type RoleSet = readonly string[];

const mostSets = 3;

/** Whether none of the roles could be given up for what it includes. */
function isMinimal(roles: RoleSet, needs: readonly CallNeed[], matrix: MeasuredMatrix): boolean {
  return roles.every((role) => {
    const rest = new Set(resolveRoles(roles, matrix.includes));
    rest.delete(role);
    return needs.some((need) => !isMet(need, rest));
  });
}

/**
 * All smallest sets that meet every need, by branch and bound: the first need that is not met yet is
 * met in each of its ways in turn. A branch ends once it has more roles than the best set so far;
 * only roles that no other role includes are counted for that, since the others may still come with
 * a composite role.
 */
function smallestSetsFor(needs: readonly CallNeed[], matrix: MeasuredMatrix): readonly RoleSet[] {
  const candidates = new Set(needs.flat(2));
  const included = new Set(
    [...candidates].flatMap((role) =>
      [...resolveRoles([role], matrix.includes)].filter((it) => it !== role),
    ),
  );
  const found = new Map<string, RoleSet>();
  const visited = new Set<string>();
  let smallest = candidates.size;
  const visit = (roles: RoleSet) => {
    const key = roles.join(" ");
    if (visited.has(key)) return;
    visited.add(key);
    if (roles.filter((role) => !included.has(role)).length > smallest) return;
    const closure = resolveRoles(roles, matrix.includes);
    const unmet = needs.find((need) => !isMet(need, closure));
    if (unmet === undefined) {
      if (roles.length > smallest || !isMinimal(roles, needs, matrix)) return;
      smallest = roles.length;
      found.set(key, roles);
      return;
    }
    for (const more of unmet) visit(withoutIncluded([...roles, ...more], matrix));
  };
  visit([]);
  return [...found.values()].filter(({ length }) => length === smallest);
}

/** Of sets of the same size, the least dangerous first, then the one that gives least, then by name. */
function byDanger(sets: readonly RoleSet[], matrix: MeasuredMatrix): readonly RoleSet[] {
  return sets
    .map((roles) => ({
      roles,
      danger: dangerOfAdminRoles(roles),
      given: resolveRoles(roles, matrix.includes).size,
      name: roles.join(" "),
    }))
    .sort((a, b) => a.danger - b.danger || a.given - b.given || (a.name < b.name ? -1 : 1))
    .map(({ roles }) => roles);
}

/** The smallest sets of roles whose worst is less bad than that of these; empty where there are none. */
function saferSets(
  than: RoleSet,
  needs: readonly CallNeed[],
  matrix: MeasuredMatrix,
): readonly RoleSet[] {
  const limit = withoutTheWorst(dangerOfAdminRoles(than));
  const safer = needs.map((need) => need.filter((roles) => dangerOfAdminRoles(roles) < limit));
  return safer.some((need) => need.length === 0) ? [] : smallestSetsFor(safer, matrix);
}

/**
 * The sets with the fewest roles that allow all of the calls, at most three, the least dangerous
 * first. Where more roles would do less harm, the smallest such set comes last, for a program should
 * hold what does least harm rather than what is shortest to write.
 *
 * No set holds what it could do without: where a composite role would do as well as something that
 * it includes, it is not named. Realm-admin is named only where nothing else allows one of the calls.
 *
 * @returns nothing where no role allows one of the calls, and where there are none.
 */
export function rolesForCalls(
  calls: Iterable<MeasuredCall>,
  matrix: MeasuredMatrix,
): readonly RoleSet[] {
  const needs = needsOfCalls(calls, matrix);
  if (needs.length === 0 || needs.some((need) => need.length === 0)) return [];
  const smallest = byDanger(smallestSetsFor(needs, matrix), matrix);
  const [safer] = byDanger(saferSets(smallest[0] ?? [], needs, matrix), matrix);
  return safer === undefined
    ? smallest.slice(0, mostSets)
    : [...smallest.slice(0, mostSets - 1), safer];
}
