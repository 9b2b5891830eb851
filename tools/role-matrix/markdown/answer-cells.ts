import type { MeasuredCall, MeasuredMatrix } from "../../../src/catalog/measured-matrix.ts";
import { fullAdministrator, smallestRoles } from "../smallest-roles.ts";
import { codeCell } from "./escape-cell.ts";

/** Roles that are only good together, as in `a + b`. */
export function rolesTogether(roles: readonly string[]): string {
  return roles.map(codeCell).join(" + ");
}

/** Who may make the call: see the document's own "How to read it". */
export function allowedByCell(call: MeasuredCall, matrix: MeasuredMatrix): string {
  const answers = [...call.verdicts.values()];
  if (answers.every((answer) => answer === "unknown")) return "not known";
  const others = matrix.roles.filter((role) => role !== fullAdministrator);
  const without = others.filter((role) => call.verdicts.get(role) !== "allowed");
  if (without.length === 0) return "any role";
  // A list of nearly all roles hides the one that is missing.
  if (without.length <= 3 && others.length > 6) {
    return `any role but ${without.map(codeCell).join(", ")}`;
  }
  const sets = [
    ...smallestRoles(call, matrix, "allowed").map(codeCell),
    ...call.combinations.map(rolesTogether),
  ];
  return sets.join(", ") || `only ${codeCell(fullAdministrator)}`;
}

/** Who gets less than a full administrator would. */
export function filteredCell(call: MeasuredCall, matrix: MeasuredMatrix): string {
  return smallestRoles(call, matrix, "filtered").map(codeCell).join(", ");
}
