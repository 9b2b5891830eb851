import { resolveRoles } from "../../src/access/model/resolve-roles.ts";
import type {
  MeasuredCall,
  MeasuredMatrix,
  Verdict,
} from "../../src/catalog/measured/measured-matrix.ts";

/** Holds every other role, so that it tells nothing. */
export const fullAdministrator = "realm-admin";

/** What must be known of a version to tell small from large. */
export type Roles = Pick<MeasuredMatrix, "roles" | "includes">;

/**
 * The roles that get an answer alone, without realm-admin and without the composite roles that only
 * get it since they include one of the others.
 */
export function smallestRoles(
  { verdicts }: MeasuredCall,
  { roles, includes }: Roles,
  answer: Verdict,
): readonly string[] {
  const gets = (role: string) => verdicts.get(role) === answer;
  return roles.filter(
    (role) => role !== fullAdministrator && gets(role) && !includes.get(role)?.some(gets),
  );
}

/** Sets of several roles, without those in which a composite role only stands for what it includes. */
function smallestCombinations(
  { combinations }: MeasuredCall,
  matrix: Roles,
): readonly (readonly string[])[] {
  return combinations.filter((set) => {
    const closure = resolveRoles(set, matrix.includes);
    return !combinations.some((other) => other !== set && other.every((role) => closure.has(role)));
  });
}

/** The smallest sets of roles that allow a call: single ones, then several together. */
export function smallestSets(call: MeasuredCall, matrix: Roles): readonly (readonly string[])[] {
  const alone = smallestRoles(call, matrix, "allowed").map((role) => [role]);
  return [...alone, ...smallestCombinations(call, matrix)];
}
