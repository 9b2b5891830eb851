import { type Grant, hasGrant, type Setting } from "./grant.ts";
import type { Access, ClientScope, Snapshot } from "./snapshot.ts";

/**
 * The client scope whose absence denies the client's calls; undefined if the client has it or needs
 * none.
 */
export function missingClientScope({ adminClientScope, client }: Access): ClientScope | undefined {
  if (adminClientScope === undefined || adminClientScope === "notKnown") return undefined;
  return client.defaultClientScopes.has(adminClientScope.name) ? undefined : adminClientScope;
}

/** The grant that adds the missing client scope; undefined if none is missing. */
export function missingClientScopeGrant(snapshot: Snapshot): Setting | undefined {
  const clientScope = missingClientScope(snapshot);
  if (clientScope === undefined) return undefined;
  const wasOptional = snapshot.client.optionalClientScopes.has(clientScope.name);
  return { place: "clientScope", clientScope, wasOptional };
}

/**
 * Whether a grant moves a client scope from the client's optional ones to its default ones. The
 * move needs two requests in each direction, because Keycloak doesn't make a client scope a default
 * one while it is optional.
 */
export function isMove(grant: Grant): grant is Extract<Grant, { place: "clientScope" }> {
  return grant.place === "clientScope" && grant.wasOptional;
}

/**
 * Whether a move stopped after its first request: the client has the client scope neither as
 * default nor as optional, although the realm has it.
 */
export function isMoveHalfDone(snapshot: Snapshot, grant: Grant): boolean {
  return (
    isMove(grant) &&
    snapshot.adminClientScope !== undefined &&
    !hasGrant(snapshot, grant) &&
    !snapshot.client.optionalClientScopes.has(grant.clientScope.name)
  );
}
