import type { RoleReference } from "../../catalog/presets/presets.ts";
import { type Access, roleKey } from "./snapshot.ts";

/**
 * Whether a role is in the client's scope, so that it reaches its tokens.
 *
 * @returns undefined where that isn't known: Keycloak leaves out roles that the signed-in administrator may not see
 */
export function isInScope(
  { inScope, unseenScope }: Pick<Access, "inScope" | "unseenScope">,
  role: RoleReference,
): boolean | undefined {
  if (inScope === undefined || inScope.has(roleKey(role))) return true;
  return unseenScope.has(role.container) ? undefined : false;
}
