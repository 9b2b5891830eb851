import { adminClientScopeName } from "../../catalog/server/admin-client-scope.ts";

/** How a client has the client scope that the Admin API asks for, by the names of its client scopes. */
export function howScopeIsAssigned(
  defaultClientScopes: ReadonlySet<string>,
  optionalClientScopes: ReadonlySet<string>,
): "default" | "optional" | "none" {
  if (defaultClientScopes.has(adminClientScopeName)) return "default";
  return optionalClientScopes.has(adminClientScopeName) ? "optional" : "none";
}
