import { type Grant, hasGrant } from "./grant.ts";
import type { Snapshot } from "./snapshot.ts";

/**
 * Whether a grant moves a client scope from the client's optional ones to its default ones. That takes
 * two requests, and two back, since a client scope that is optional is not made a default one.
 */
export function isMoved(grant: Grant): grant is Extract<Grant, { place: "clientScope" }> {
  return grant.place === "clientScope" && grant.wasOptional;
}

/**
 * Whether only the first of these requests was done: the client has the client scope neither as a
 * default one nor as an optional one, though the realm has it.
 */
export function isHalfMoved(snapshot: Snapshot, grant: Grant): boolean {
  return (
    isMoved(grant) &&
    snapshot.adminClientScope !== undefined &&
    !hasGrant(snapshot, grant) &&
    !snapshot.client.optionalClientScopes.has(grant.clientScope.name)
  );
}
