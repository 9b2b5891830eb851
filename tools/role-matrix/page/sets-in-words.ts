import type { MeasuredCall, MeasuredMatrix } from "../../../src/catalog/measured-matrix.ts";
import { fullAdministrator, smallestSets } from "../smallest-roles.ts";

/** Who may make a call, on one line: "view-users or view-clients + view-realm". */
export function setsInWords(call: MeasuredCall, matrix: MeasuredMatrix): string {
  if ([...call.verdicts.values()].every((verdict) => verdict === "unknown")) return "not known";
  const sets = smallestSets(call, matrix).map((roles) => roles.join(" + "));
  return sets.length > 0 ? sets.join(" or ") : `only ${fullAdministrator}`;
}
