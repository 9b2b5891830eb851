import { resolveRoles } from "../../access/model/resolve-roles.ts";
import { defaultRoleOf } from "./default-role.ts";
import { assignedRoles, type ExportedRole, exportedRoleKey } from "./exported-role.ts";
import type { RealmExport } from "./realm-export.ts";

/** The roles that a role includes: their names by client ID, undefined for realm roles. */
export type HeldNames = ReadonlyMap<string | undefined, readonly string[]>;

/** Returns a role of an export and everything that it includes at any depth. */
export type HeldBy = (role: ExportedRole) => HeldNames;

/**
 * Resolves the composite roles of an export. Definitions of one role in several parts are combined.
 * Each role is resolved only once, because `admin` of a `master` with hundreds of realms includes
 * thousands of others.
 */
export function followComposites(exported: RealmExport): HeldBy {
  const { realm, client } = exported.roles;
  const { realmRoles, clientRoles } = exported.partsOfDefault;
  const listed = [
    {
      client: undefined,
      name: defaultRoleOf(exported),
      composites: { realm: realmRoles, client: clientRoles },
    },
    ...realm.map((role) => ({ client: undefined, ...role })),
    ...[...client].flatMap(([clientId, list]) =>
      list.map((role) => ({ client: clientId, ...role })),
    ),
  ];
  const included = new Map<string, string[]>();
  const roles = new Map<string, ExportedRole>();
  for (const role of listed) {
    if (role.composites === undefined || role.composites === null) continue;
    const parts = assignedRoles({
      realmRoles: role.composites.realm,
      clientRoles: role.composites.client,
    });
    const key = exportedRoleKey(role);
    const all = included.get(key) ?? [];
    included.set(key, all);
    for (const part of parts) {
      const partKey = exportedRoleKey(part);
      roles.set(partKey, part);
      all.push(partKey);
    }
  }
  const known = new Map<string, HeldNames>();
  return (role) => {
    const own = exportedRoleKey(role);
    const before = known.get(own);
    if (before !== undefined) return before;
    const held = new Map<string | undefined, string[]>();
    for (const key of resolveRoles([own], included)) {
      const { client: of, name } = key === own ? role : (roles.get(key) ?? role);
      const names = held.get(of);
      if (names === undefined) held.set(of, [name]);
      else names.push(name);
    }
    known.set(own, held);
    return held;
  };
}
