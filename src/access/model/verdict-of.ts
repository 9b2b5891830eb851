import type {
  MeasuredCall,
  MeasuredMatrix,
  Verdict,
} from "../../catalog/measured/measured-matrix.ts";
import type { HeldRoles } from "./held-admin-roles.ts";
import { resolveRoles } from "./resolve-roles.ts";

/**
 * The verdict on a call of a caller with all of these stock roles.
 *
 * Roles only ever add access: if one role is denied, another may still be allowed. A role with an
 * unknown verdict therefore leaves the answer open, however many others are denied. Roles that
 * weren't measured, such as an extension's, don't count. A caller without measured roles is denied,
 * unless the call couldn't be measured at all.
 */
export function verdictOf(
  call: MeasuredCall,
  roles: Iterable<string>,
  matrix: Pick<MeasuredMatrix, "includes">,
): Verdict {
  return verdictOfSet(call, resolveRoles(roles, matrix.includes));
}

/**
 * The verdict on a client's call by the roles in its tokens. The measurement of a composite role
 * counts only as far as its content is effective here. A reduced role gives the rest of its
 * content, and if the role itself may allow more, the verdict isn't known. It isn't known either if
 * a role that may count would change it.
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

/** Whether a composite role gets a different answer than its stock content without it. */
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
