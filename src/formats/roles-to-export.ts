import { isAdminRole, roleNamesIn } from "../access/model/role-reference.ts";
import { rolesGivenBy } from "../access/model/roles-given-by.ts";
import { type RoleKey, roleKey, type Snapshot } from "../access/model/snapshot.ts";
import type { Preset, RoleReference } from "../catalog/presets/presets.ts";
import { adminClientScopeName } from "../catalog/server/admin-client-scope.ts";
import { hasFeature } from "../catalog/server/server-features.ts";
import type { AssignedRoles, HandedClientScope } from "./handover.ts";

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

/**
 * The roles that no format writes: of other clients than that with the admin roles, and of the realm, as presets that
 * operators made may have.
 */
export function rolesNotHanded(what: readonly Preset[] | Snapshot): readonly RoleReference[] {
  const roles =
    "mapped" in what
      ? [...what.roles.values()].filter((role) => what.mapped.has(roleKey(role)))
      : rolesGivenBy(what);
  return roles.filter((role) => !isAdminRole(role));
}

/** What a client has already, by name: roles that are assigned to it, and roles that are in its scope. */
export function assignedRoles({ roles, mapped, inScope }: Snapshot): AssignedRoles {
  const namesIn = (keys: ReadonlySet<RoleKey>) => {
    const held = [...roles].filter(([key]) => keys.has(key)).map(([, role]) => role);
    return { adminRoles: roleNamesIn("admin", held), realmRoles: roleNamesIn("realm", held) };
  };
  // What isn't known to be in the scope is added, which changes nothing where it is.
  return { mapped: namesIn(mapped), inScope: namesIn(inScope ?? new Set()) };
}

/**
 * The client scope for the Admin API, where the realm has it or may have it.
 *
 * @param version the server's, such as `26.8.2`; undefined if it isn't known
 * @param snapshot the client; undefined if it wasn't read
 */
export function clientScopeToExport(
  version: string | undefined,
  snapshot?: Pick<Snapshot, "adminClientScope" | "client">,
): HandedClientScope | undefined {
  const found = snapshot === undefined ? "notKnown" : snapshot.adminClientScope;
  const isAskedFor = hasFeature("asksForAdminClientScope", version);
  if (found === undefined || (found === "notKnown" && isAskedFor === false)) return undefined;
  const isThere = found !== "notKnown" || isAskedFor === true;
  const others = [...(snapshot?.client.defaultClientScopes ?? [])].filter(
    (name) => name !== adminClientScopeName,
  );
  return {
    name: adminClientScopeName,
    isThere,
    // None at all are shown to administrators who may not see client scopes.
    others: others.length > 0 ? others.sort() : undefined,
  };
}
