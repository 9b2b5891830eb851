import type {
  MeasuredCall,
  MeasuredMatrix,
  Verdict,
} from "../../catalog/measured/measured-matrix.ts";
import type { HeldRoles } from "./held-admin-roles.ts";
import { resolveRoles } from "./resolve-roles.ts";

/**
 * What comes of a call whose caller holds these roles together, as Keycloak ships them.
 *
 * Roles only ever add: that one role alone is refused says nothing against another. So a role whose
 * verdict is not known leaves the answer open, however many others are refused. Roles that the
 * measurement does not know, such as an extension's, count for nothing; a caller with none that it
 * knows is refused, unless the call could not be measured at all.
 */
export function verdictOf(
  call: MeasuredCall,
  roles: Iterable<string>,
  matrix: Pick<MeasuredMatrix, "includes">,
): Verdict {
  return verdictOfSet(call, resolveRoles(roles, matrix.includes));
}

/**
 * What comes of a call of a client by the roles that its tokens carry. What a composite role was measured
 * with counts only as far as it is in effect here: one that holds less gives what is left of it, and where
 * it may give more by itself, that is not known. Nor is it where a role that may count too would change it.
 */
export function verdictOfHeld(
  call: MeasuredCall,
  { names, reduced, possible }: HeldRoles,
  matrix: Pick<MeasuredMatrix, "includes">,
): Verdict {
  const verdict = verdictOfSet(call, new Set([...names].filter((name) => !reduced.has(name))));
  if (verdict === "allowed" || verdict === "unknown") return verdict;
  const most = verdictOf(call, [...names, ...possible], matrix);
  if (possible.size > 0 && most !== verdict) return "unknown";
  return [...reduced].some((name) => givesByItself(name, call, matrix)) ? "unknown" : verdict;
}

/** Whether a composite role gets another answer than all that it ships with gets without it. */
function givesByItself(
  name: string,
  call: MeasuredCall,
  { includes }: Pick<MeasuredMatrix, "includes">,
): boolean {
  const whole = resolveRoles([name], includes);
  const parts = new Set(whole);
  parts.delete(name);
  return verdictOfSet(call, whole) !== verdictOfSet(call, parts);
}

function verdictOfSet(call: MeasuredCall, held: ReadonlySet<string>): Verdict {
  const verdicts = new Set([...held].flatMap((role) => call.verdicts.get(role) ?? []));
  if (verdicts.has("allowed")) return "allowed";
  if (call.combinations.some((roles) => roles.every((role) => held.has(role)))) return "allowed";
  if (verdicts.has("filtered")) return "filtered";
  if (verdicts.has("unknown")) return "unknown";
  const isMeasured = [...call.verdicts.values()].some((verdict) => verdict !== "unknown");
  return isMeasured ? "denied" : "unknown";
}
