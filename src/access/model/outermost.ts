import type { RoleReference } from "../../catalog/presets/presets.ts";
import { closeOver } from "./close-over.ts";
import { roleKey } from "./snapshot.ts";

/** Those of the roles that no other one of them includes. */
export function outermost(roles: readonly RoleReference[]): readonly RoleReference[] {
  return roles.filter(
    (role) => !roles.some((other) => other !== role && closeOver([other]).has(roleKey(role))),
  );
}
