import type { CallTemplate } from "../../src/catalog/calls/call-template.ts";
import { families, familyOf } from "../../src/catalog/calls/families.ts";

/** A family and its calls. */
export interface FamilyCalls<Call> {
  readonly family: string;
  readonly calls: readonly Call[];
}

const methods = ["GET", "POST", "PUT", "PATCH", "DELETE"];

/** Calls by family, in the families' own order, each sorted by path; families without a call are left out. */
export function byFamily<Call extends CallTemplate>(
  calls: readonly Call[],
): readonly FamilyCalls<Call>[] {
  const sorted = [...calls].sort(comparePaths);
  return families
    .map((family) => ({ family, calls: sorted.filter(({ path }) => familyOf(path) === family) }))
    .filter((it) => it.calls.length > 0);
}

/** By path, then in the order in which people read methods. */
function comparePaths(a: CallTemplate, b: CallTemplate): number {
  if (a.path !== b.path) return a.path < b.path ? -1 : 1;
  return methods.indexOf(a.method) - methods.indexOf(b.method);
}
