import { type Change, type Grant, hasGrant, heldAs } from "./grant.ts";
import { roleKey, type Snapshot } from "./snapshot.ts";

/** What is left of a change, and what of it can't be done any more. */
export interface Rest {
  readonly change: Change;
  /** Grants whose role or client scope the server no longer has. */
  readonly gone: readonly Grant[];
}

/** The grant as the server has it now: a role that was made again has another id. */
function asItIsNow(snapshot: Snapshot, grant: Grant): Grant | undefined {
  if ("role" in grant) {
    const role = snapshot.roles.get(roleKey(grant.role));
    return role === undefined ? undefined : { ...grant, role };
  }
  if (grant.place === "clientScope" && snapshot.adminClientScope === undefined) return undefined;
  return grant;
}

/**
 * What is still to be done of a change, whoever did the rest: nothing is done twice. What is given is
 * known by its name, as presets name it; what is taken is also that very role under another name.
 */
export function planRest({ add, remove }: Change, snapshot: Snapshot): Rest {
  const missing = add.filter((grant) => !hasGrant(snapshot, grant));
  const left = remove.flatMap((grant) => heldAs(snapshot, grant));
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
