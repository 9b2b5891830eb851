import type { Setting } from "./grant.ts";
import { missingClientScope } from "./missing-client-scope.ts";
import type { Snapshot } from "./snapshot.ts";

/** What gives the client the client scope that its calls are denied for; undefined where none is missing. */
export function missingClientScopeGrant(snapshot: Snapshot): Setting | undefined {
  const clientScope = missingClientScope(snapshot);
  if (clientScope === undefined) return undefined;
  const wasOptional = snapshot.client.optionalClientScopes.has(clientScope.name);
  return { place: "clientScope", clientScope, wasOptional };
}
