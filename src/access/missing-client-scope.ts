import type { ClientScope, Snapshot } from "./snapshot.ts";

/** The client scope that the client's calls are denied for; undefined where it has it or needs none. */
export function missingClientScope({
  adminClientScope,
  client,
}: Snapshot): ClientScope | undefined {
  if (adminClientScope === undefined || adminClientScope === "notAsked") return undefined;
  return client.defaultClientScopes.has(adminClientScope.name) ? undefined : adminClientScope;
}
