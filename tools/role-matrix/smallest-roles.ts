import type { MeasuredCall, MeasuredMatrix, Verdict } from "../../src/catalog/measured-matrix.ts";

/** Holds every other role, so that it tells nothing. */
export const fullAdministrator = "realm-admin";

/**
 * The roles that get an answer alone, without realm-admin and without the composite roles that only
 * get it since they include one of the others.
 */
export function smallestRoles(
  { verdicts }: MeasuredCall,
  { roles, includes }: Pick<MeasuredMatrix, "roles" | "includes">,
  answer: Verdict,
): readonly string[] {
  const gets = (role: string) => verdicts.get(role) === answer;
  return roles.filter(
    (role) => role !== fullAdministrator && gets(role) && !includes.get(role)?.some(gets),
  );
}

/** The smallest sets of roles that allow a call: single ones, then several together. */
export function smallestSets(
  call: MeasuredCall,
  matrix: Pick<MeasuredMatrix, "roles" | "includes">,
): readonly (readonly string[])[] {
  const alone = smallestRoles(call, matrix, "allowed").map((role) => [role]);
  return [...alone, ...call.combinations];
}
