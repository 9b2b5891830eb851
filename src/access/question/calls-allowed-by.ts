import type { MeasuredMatrix } from "../../catalog/measured/measured-matrix.ts";
import { measuredRoleNames } from "../model/measured-role-names.ts";
import { resolveRoles } from "../model/resolve-roles.ts";
import { adminRolesGivenBy } from "../model/roles-given-by.ts";
import type { PresetSet } from "./presets-for-calls.ts";

/** Counts by matrix and roles: each takes a look at every call, and a search asks for many at every letter. */
const counted = new WeakMap<MeasuredMatrix, Map<string, number>>();

/** How many calls presets allow together, as it was measured. */
export function callsAllowedBy(presets: PresetSet, matrix: MeasuredMatrix): number {
  const counts = counted.get(matrix) ?? new Map<string, number>();
  counted.set(matrix, counts);
  const names = measuredRoleNames(adminRolesGivenBy(presets), matrix);
  const key = names.join(" ");
  const known = counts.get(key);
  if (known !== undefined) return known;
  const held = resolveRoles(names, matrix.includes);
  const count = matrix.calls.filter(
    ({ verdicts, combinations }) =>
      [...held].some((role) => verdicts.get(role) === "allowed") ||
      combinations.some((roles) => roles.every((role) => held.has(role))),
  ).length;
  counts.set(key, count);
  return count;
}
