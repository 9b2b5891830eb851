import type { ReadinessFacts } from "./client-readiness.ts";

/**
 * Whether something can be done now to get a client with admin roles ready: its full scope can be turned off, or
 * its realm has the client scope that it lacks.
 *
 * @param hasClientScope whether the realm has the client scope `kc-admin-api`
 */
export function canBeReadied(
  {
    fullScopeAllowed,
    adminClientScope,
  }: Pick<ReadinessFacts, "fullScopeAllowed" | "adminClientScope">,
  hasClientScope: boolean,
): boolean {
  const lacksScope = adminClientScope === "none" || adminClientScope === "optional";
  return fullScopeAllowed || (hasClientScope && lacksScope);
}
