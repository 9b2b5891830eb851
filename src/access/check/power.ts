import { isUserDisabled } from "../model/account.ts";
import { missingClientScopeGrant } from "../model/client-scope-move.ts";
import { type Change, nameOfGrant } from "../model/grant.ts";
import { withoutHollow } from "../model/held-admin-roles.ts";
import { type Risk, riskOfRoles } from "../model/risk.ts";
import { isInScope } from "../model/scope.ts";
import { type Role, roleKey, type Snapshot } from "../model/snapshot.ts";
import { providerOf } from "../presets/offered-presets.ts";
import { hasSecretEnded } from "./secret-ended.ts";

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
  const denial = held.length === 0 ? undefined : denialOf(snapshot, held, now);
  const carried =
    denial !== undefined && denial.kind !== "scope"
      ? []
      : held.filter((role) => isInScope(snapshot, role) !== false);
  const riskOfHeld = (roles: readonly Role[]) =>
    riskOfRoles(withoutHollow(roles, snapshot.roles), { provider: providerOf(snapshot) });
  return {
    held: held.length,
    carried: carried.length,
    risk: riskOfHeld(carried),
    heldRisk: riskOfHeld(held),
    denial,
  };
}

function denialOf(snapshot: Snapshot, held: readonly Role[], now: number): Denial | undefined {
  const { client, account } = snapshot;
  if (!client.enabled) return { kind: "clientDisabled" };
  if (isUserDisabled(account)) return { kind: "userDisabled" };
  if (hasSecretEnded(client, now)) return { kind: "secretEnded" };
  const adding = (add: Change["add"]) => (client.isManageable ? { add, remove: [] } : undefined);
  const clientScope = missingClientScopeGrant(snapshot);
  if (clientScope !== undefined) {
    return { kind: "clientScope", name: nameOfGrant(clientScope), fix: adding([clientScope]) };
  }
  const outside = held.filter((role) => isInScope(snapshot, role) === false);
  return outside.length === 0
    ? undefined
    : {
        kind: "scope",
        count: outside.length,
        fix: adding(outside.map((role) => ({ place: "scope", role }))),
      };
}
