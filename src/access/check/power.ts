import { isUserDisabled } from "../model/account.ts";
import type { Change } from "../model/grant.ts";
import type { Risk } from "../model/risk.ts";
import { isInScope } from "../model/scope.ts";
import { roleKey, type Snapshot } from "../model/snapshot.ts";
import { worstOfHeld } from "../presets/worst-of-held.ts";
import { checkAccess } from "./check-access.ts";

/** Why calls are denied though roles for them are held. */
export type Denial =
  /** No token is given out at all. */
  | { readonly kind: "clientDisabled" | "userDisabled" | "secretEnded" }
  /** The client lacks the client scope that the Admin API asks for. */
  | { readonly kind: "clientScope"; readonly name: string; readonly fix: Change | undefined }
  /** Some of the roles, or all, are outside of the client's scope. */
  | { readonly kind: "scope"; readonly count: number; readonly fix: Change | undefined };

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

/**
 * Tells what a service account has power to do, and what denies it that power: the same that the access check
 * finds of client, user, scope, client scope and secret.
 *
 * @param now in milliseconds since 1970
 */
export function powerOf(snapshot: Snapshot, now: number): Power {
  const held = [...snapshot.roles.values()].filter((role) => snapshot.effective.has(roleKey(role)));
  const denial = held.length === 0 ? undefined : denialOf(snapshot, now);
  const carried =
    denial !== undefined && denial.kind !== "scope"
      ? []
      : held.filter((role) => isInScope(snapshot, role) !== false);
  return {
    held: held.length,
    carried: carried.length,
    risk: worstOfHeld(carried, snapshot).risk,
    heldRisk: worstOfHeld(held, snapshot).risk,
    denial,
  };
}

/** The same as the access check finds, as far as it denies calls for which roles are held. */
function denialOf(snapshot: Snapshot, now: number): Denial | undefined {
  const problems = new Map(
    checkAccess(snapshot, undefined, now)
      .filter(({ verdict }) => verdict === "problem")
      .map((found) => [found.id, found]),
  );
  if (problems.has("enabled")) return { kind: "clientDisabled" };
  if (isUserDisabled(snapshot.account)) return { kind: "userDisabled" };
  // What else proves who the client is isn't known here, and so no problem.
  if (problems.has("credentials")) return { kind: "secretEnded" };
  const clientScope = problems.get("clientScope");
  if (clientScope !== undefined) {
    return { kind: "clientScope", name: clientScope.names[0] ?? "", fix: clientScope.fix };
  }
  const scope = problems.get("scope");
  return scope && { kind: "scope", count: scope.names.length, fix: scope.fix };
}
