import type { RealmSettings } from "../model/realm-settings.ts";
import type { Risk } from "../model/risk.ts";
import { effectiveAdminRoles } from "../model/role-reference.ts";
import { isInScope } from "../model/scope.ts";
import type { Account, Snapshot } from "../model/snapshot.ts";
import { worstOfHeld } from "../presets/worst-of-held.ts";
import { checkAccess } from "./check-access.ts";
import { checkSignIn, type SignInFacts } from "./check-sign-in.ts";
import { type Denial, denialOf, type Finding } from "./denial.ts";

/** What is known beside the client's own state. */
export interface Circumstances extends Pick<SignInFacts, "tokenEndpoint" | "now"> {
  /** The settings of the client's realm; undefined where they aren't known. */
  readonly realm: RealmSettings | undefined;
  /** The server's version, such as `26.7.3`, where it is known. */
  readonly version: string | undefined;
}

/** What the power of a service account comes to, and whether its calls have it. */
export interface Power {
  /** How many admin roles it holds, and how many of them its tokens carry, or may carry. */
  readonly held: number;
  readonly carried: number;
  /** The worst that its tokens allow; undefined where nothing is known of what they carry. */
  readonly risk: Risk | undefined;
  /** The worst that all its roles would allow. */
  readonly heldRisk: Risk | undefined;
  /** Undefined where nothing is known to deny its calls. */
  readonly denial: Denial | undefined;
}

/** Whether the user is known to be enabled; `none` where there is no user that could be. */
function enabledOf(account: Account): SignInFacts["account"] {
  if (account.kind === "found") return account.enabled;
  return account.kind === "notKnown" ? undefined : "none";
}

/** All that decides whether calls are allowed, as far as it is known without asking for it. */
export function findingsOf(
  snapshot: Snapshot,
  { realm, tokenEndpoint, version, now }: Circumstances,
): readonly Finding[] {
  const { client, account } = snapshot;
  return [
    ...checkAccess(snapshot, version, now),
    ...checkSignIn({ client, account: enabledOf(account), realm, tokenEndpoint, now }),
  ];
}

/** The worst that all roles of a service account would allow, whatever denies its calls. */
export function heldRiskOf(snapshot: Snapshot): Risk | undefined {
  return worstOfHeld(effectiveAdminRoles(snapshot), snapshot).risk;
}

/** Tells what a service account has power to do, and what denies it that power: as the access check finds it. */
export function powerOf(snapshot: Snapshot, circumstances: Circumstances): Power {
  const held = effectiveAdminRoles(snapshot);
  const denial = denialOf(findingsOf(snapshot, circumstances));
  const isAllDenied = denial?.extent === "all" && denial.finding.id !== "scope";
  const carried = isAllDenied ? [] : held.filter((role) => isInScope(snapshot, role) !== false);
  return {
    held: held.length,
    carried: carried.length,
    risk: worstOfHeld(carried, snapshot).risk,
    heldRisk: worstOfHeld(held, snapshot).risk,
    denial,
  };
}
