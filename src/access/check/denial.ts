import type { Change } from "../model/grant.ts";
import type { CheckResult } from "./check-access.ts";
import type { SignInResult } from "./check-sign-in.ts";

/** What one check found. */
export type Finding = CheckResult | SignInResult;

/** Why calls are denied: the first thing to fix. */
export interface Denial {
  readonly finding: Finding;
  /**
   * Whether that denies all calls, those that need some of the roles, or those that are sent without the proof
   * that the tokens are bound to.
   */
  readonly extent: "all" | "some" | "plain";
  /** Of how many roles. */
  readonly roles: number;
  /** What this product can do about it. */
  readonly fix: Change | undefined;
}

/** In the order in which a call meets them: what gives out no token first, what a token lacks last. */
const order = [
  ...(["account", "enabled", "user", "realm", "https", "notBefore", "lifespan"] as const),
  ...(["credentials", "roles", "clientScope", "scope", "tokenBinding"] as const),
] as const satisfies readonly Finding["id"][];

/**
 * Decides, from what all checks found, whether calls are denied and why. Header and access check both ask this
 * function, so that they never say different things.
 *
 * @returns undefined where nothing that was found denies a call
 */
export function denialOf(findings: readonly Finding[]): Denial | undefined {
  const problems = findings.filter(({ verdict }) => verdict === "problem");
  const [finding] = order.flatMap((id) => problems.find((it) => it.id === id) ?? []);
  if (finding === undefined) return undefined;
  const held = findings.flatMap((it) => (it.id === "roles" ? it.names : [])).length;
  return {
    finding,
    extent: extentOf(finding, held),
    roles: held,
    fix: "fix" in finding ? finding.fix : undefined,
  };
}

function extentOf(finding: Finding, held: number): Denial["extent"] {
  if (finding.id === "tokenBinding") return "plain";
  return finding.id === "scope" && finding.names.length < held ? "some" : "all";
}
