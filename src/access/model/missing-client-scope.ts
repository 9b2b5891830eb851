import type { Access, ClientScope } from "./snapshot.ts";

/** The client scope that the client's calls are denied for; undefined where it has it or needs none. */
export function missingClientScope({ adminClientScope, client }: Access): ClientScope | undefined {
  if (adminClientScope === undefined || adminClientScope === "notAsked") return undefined;
  return client.defaultClientScopes.has(adminClientScope.name) ? undefined : adminClientScope;
}
