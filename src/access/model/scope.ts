import type { RoleReference } from "../../catalog/presets/presets.ts";
import { type Access, roleKey } from "./snapshot.ts";

/**
 * Whether a role is in the client's scope, so that it reaches its tokens.
 *
 * @returns undefined if that isn't known, because Keycloak omits roles that the signed-in
 * administrator can't see
 */
export function isInScope(
  { inScope, unseenScope }: Pick<Access, "inScope" | "unseenScope">,
  role: RoleReference,
): boolean | undefined {
  if (inScope === undefined || inScope.has(roleKey(role))) return true;
  return unseenScope.has(role.container) ? undefined : false;
}
