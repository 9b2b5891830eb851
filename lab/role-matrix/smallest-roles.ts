import { dangerOfAdminRoles } from "../../src/access/model/risk.ts";
import { fullAdministrator, needsOfCalls } from "../../src/access/question/needs-of-calls.ts";
import type {
  MeasuredCall,
  MeasuredMatrix,
  Verdict,
} from "../../src/catalog/measured/measured-matrix.ts";

/**
 * The roles that get an answer alone, without realm-admin and without the composite roles that only
 * get it since they include one of the others.
 */
export function smallestRoles(
  { verdicts }: MeasuredCall,
  { roles, includes }: MeasuredMatrix,
  answer: Verdict,
): readonly string[] {
  const gets = (role: string) => verdicts.get(role) === answer;
  return roles.filter(
    (role) => role !== fullAdministrator && gets(role) && !includes.get(role)?.some(gets),
  );
}

/**
 * The smallest sets of roles that allow a call, as the tab in the console names them, the least dangerous
 * first; none with realm-admin.
 */
export function smallestSets(
  call: MeasuredCall,
  matrix: MeasuredMatrix,
): readonly (readonly string[])[] {
  const [need = []] = needsOfCalls([call], matrix);
  return need
    .filter((roles) => !roles.includes(fullAdministrator))
    .sort((a, b) => dangerOfAdminRoles(a) - dangerOfAdminRoles(b));
}
