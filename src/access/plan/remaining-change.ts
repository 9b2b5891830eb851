import { isMoveHalfDone } from "../model/client-scope-move.ts";
import { type Change, type Grant, hasGrant, heldAs } from "../model/grant.ts";
import { roleKey, type Snapshot } from "../model/snapshot.ts";

/** What is left of a change, and what of it can't be done any more. */
export interface RemainingChange {
  readonly change: Change;
  /** Grants whose role or client scope the server no longer has. */
  readonly gone: readonly Grant[];
}

/**
 * The grant as the server has it now: a role or a client scope that was made again has another id, and
 * somebody may have made the client scope an optional one meanwhile.
 */
function asItIsNow(snapshot: Snapshot, grant: Grant): Grant | undefined {
  if ("role" in grant) {
    const role = snapshot.roles.get(roleKey(grant.role));
    return role === undefined ? undefined : { ...grant, role };
  }
  const clientScope = snapshot.adminClientScope;
  if (grant.place !== "clientScope" || clientScope === "notKnown") return grant;
  if (clientScope === undefined) return undefined;
  const isOptional = snapshot.client.optionalClientScopes.has(clientScope.name);
  return { ...grant, clientScope, wasOptional: grant.wasOptional || isOptional };
}

/**
 * What is still to be done of a change, whoever did the rest: nothing is done twice. What is given is
 * known by its name, as presets name it; what is taken is also that very role under another name. A
 * client scope is only taken once it is an optional one again, where it was one.
 */
export function remainingChange({ add, remove }: Change, snapshot: Snapshot): RemainingChange {
  const missing = add.filter((grant) => !hasGrant(snapshot, grant));
  const left = remove.flatMap((grant) =>
    isMoveHalfDone(snapshot, grant) ? [grant] : heldAs(snapshot, grant),
  );
  const current = (grants: readonly Grant[]) =>
    grants.flatMap((grant) => asItIsNow(snapshot, grant) ?? []);
  return {
    change: {
      add: current(missing),
      remove: current(left),
    },
    gone: missing.filter((grant) => asItIsNow(snapshot, grant) === undefined),
  };
}
