import type { MeasuredCall, MeasuredMatrix, Verdict } from "../../src/catalog/measured-matrix.ts";

const byStrength: readonly Verdict[] = ["allowed", "filtered", "unknown", "denied"];

/** Roles with all that the composite ones among them include. */
export function withIncluded(
  roles: readonly string[],
  includes: MeasuredMatrix["includes"],
): ReadonlySet<string> {
  return new Set(roles.flatMap((role) => [role, ...(includes.get(role) ?? [])]));
}

/**
 * What a call answers to a holder of several roles: the best that one of them gets alone, or allowed
 * where they hold a measured combination.
 */
export function answerTogether(
  call: MeasuredCall,
  roles: readonly string[],
  includes: MeasuredMatrix["includes"],
): Verdict {
  const held = withIncluded(roles, includes);
  if (call.combinations.some((set) => set.every((role) => held.has(role)))) return "allowed";
  // Then nothing is known of a role that the version doesn't have, either.
  if ([...call.verdicts.values()].every((verdict) => verdict === "unknown")) return "unknown";
  const answers = new Set([...held].map((role) => call.verdicts.get(role) ?? "denied"));
  return byStrength.find((verdict) => answers.has(verdict)) ?? "denied";
}
