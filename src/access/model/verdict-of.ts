import type {
  MeasuredCall,
  MeasuredMatrix,
  Verdict,
} from "../../catalog/measured/measured-matrix.ts";
import { resolveRoles } from "./resolve-roles.ts";

/**
 * What comes of a call whose caller holds these roles together.
 *
 * Roles only ever add: that one role alone is refused says nothing against another. So a role whose
 * verdict is not known leaves the answer open, however many others are refused. Roles that the
 * measurement does not know, such as an extension's, count for nothing; whoever holds none that it
 * knows is refused, unless the call could not be measured at all.
 */
export function verdictOf(
  call: MeasuredCall,
  roles: Iterable<string>,
  matrix: Pick<MeasuredMatrix, "includes">,
): Verdict {
  const held = resolveRoles(roles, matrix.includes);
  const verdicts = new Set([...held].flatMap((role) => call.verdicts.get(role) ?? []));
  if (verdicts.has("allowed")) return "allowed";
  if (call.combinations.some((roles) => roles.every((role) => held.has(role)))) return "allowed";
  if (verdicts.has("filtered")) return "filtered";
  if (verdicts.has("unknown")) return "unknown";
  const isMeasured = [...call.verdicts.values()].some((verdict) => verdict !== "unknown");
  return isMeasured ? "denied" : "unknown";
}
