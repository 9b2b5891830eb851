import { callKey } from "../../catalog/calls/call-template.ts";
import { familyOf } from "../../catalog/calls/families.ts";
import type { MeasuredCall, MeasuredMatrix } from "../../catalog/measured/measured-matrix.ts";
import type { RoleReference } from "../../catalog/presets/presets.ts";
import { measuredRoleNames } from "../model/measured-role-names.ts";
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
 * Evaluates the roles of a preset, or a single role, for a server's calls.
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
