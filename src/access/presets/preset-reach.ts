import { callKey } from "../../catalog/calls/call-template.ts";
import { familyOf } from "../../catalog/calls/families.ts";
import type { MeasuredCall, MeasuredMatrix } from "../../catalog/measured/measured-matrix.ts";
import type { RoleReference } from "../../catalog/presets/presets.ts";
import { noRoles } from "../model/held-admin-roles.ts";
import { measuredRoleNames } from "../model/measured-role-names.ts";
import { type AccountReach, reachOfHeld } from "../model/reach-of-held.ts";
import { resolveRoles } from "../model/resolve-roles.ts";
import { verdictOf } from "../model/verdict-of.ts";

/** The verdicts of a set of roles on a server's calls. */
export interface Reach {
  /** The promised calls that the server has. */
  readonly promised: readonly MeasuredCall[];
  readonly allowed: readonly MeasuredCall[];
  /** Partial results: less than an administrator sees. */
  readonly filtered: readonly MeasuredCall[];
  /** Denied calls in the families of the promised calls; of all families without promised calls. */
  readonly denied: readonly MeasuredCall[];
}

/**
 * How far a preset's roles, or others, reach in each family of calls where they hold what they ship with.
 *
 * @param version the server's, such as `26.7.3`; where it isn't known, what any version allows counts
 */
export function reachByFamily(
  roles: readonly RoleReference[],
  matrix: MeasuredMatrix,
  version?: string,
): AccountReach {
  const names = resolveRoles(measuredRoleNames(roles, matrix), matrix.includes);
  return reachOfHeld({ ...noRoles, names }, matrix, version);
}

/**
 * Measures a preset's roles, or one role alone, against a server's calls.
 *
 * @param promised the keys of the promised calls
 */
export function reachOf(
  roles: readonly RoleReference[],
  promised: readonly string[],
  matrix: MeasuredMatrix,
): Reach {
  const names = measuredRoleNames(roles, matrix);
  const verdicts = new Map(matrix.calls.map((call) => [call, verdictOf(call, names, matrix)]));
  const withVerdict = (wanted: string) =>
    matrix.calls.filter((call) => verdicts.get(call) === wanted);
  const made = matrix.calls.filter((call) => promised.includes(callKey(call)));
  const families = new Set(made.map(({ path }) => familyOf(path)));
  return {
    promised: [...made].sort((a, b) => promised.indexOf(callKey(a)) - promised.indexOf(callKey(b))),
    allowed: withVerdict("allowed"),
    filtered: withVerdict("filtered"),
    denied: withVerdict("denied").filter(
      ({ path }) => families.size === 0 || families.has(familyOf(path)),
    ),
  };
}
