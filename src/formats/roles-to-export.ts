import { isAdminRole, roleNamesIn } from "../access/model/role-reference.ts";
import { rolesGivenBy } from "../access/model/roles-given-by.ts";
import { roleKey, type Snapshot } from "../access/model/snapshot.ts";
import type { Preset, RoleReference } from "../catalog/presets/presets.ts";

/** Role names by container, as the formats need them. */
export interface HandedRoles {
  readonly adminRoles: readonly string[];
  readonly realmRoles: readonly string[];
}

/** The names of the exported roles: those of presets, or the assigned ones. */
export function handedRoles(what: readonly Preset[] | Snapshot): HandedRoles {
  const roles: readonly RoleReference[] =
    "mapped" in what
      ? [...what.roles.values()].filter(
          (role) => what.mapped.has(roleKey(role)) && isAdminRole(role),
        )
      : rolesGivenBy(what);
  return {
    adminRoles: [...roleNamesIn("admin", roles)].sort(),
    realmRoles: [...roleNamesIn("realm", roles)].sort(),
  };
}
