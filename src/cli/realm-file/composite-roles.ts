import { resolveRoles } from "../../access/model/resolve-roles.ts";
import { assignedRoles, type ExportedRole, exportedRoleKey } from "./exported-role.ts";
import type { RealmExport } from "./realm-export.ts";

/** What the composite roles of a realm file include, by the keys of the roles. */
export interface CompositeRoles {
  /** What each includes directly. */
  readonly included: ReadonlyMap<string, readonly string[]>;
  /** The roles that are included anywhere. */
  readonly roles: ReadonlyMap<string, ExportedRole>;
}

/** The composite roles of an export. What its parts tell of one role is put together. */
export function compositeRolesOf({ roles: { realm, client } }: RealmExport): CompositeRoles {
  const listed = [
    ...realm.map((role) => ({ client: undefined, ...role })),
    ...Object.entries(client).flatMap(([clientId, list]) =>
      list.map((role) => ({ client: clientId, ...role })),
    ),
  ];
  const included = new Map<string, readonly string[]>();
  const roles = new Map<string, ExportedRole>();
  for (const role of listed) {
    const { realm: ofRealm = [], client: ofClients = {} } = role.composites ?? {};
    const parts = assignedRoles({ realmRoles: ofRealm, clientRoles: ofClients });
    for (const part of parts) roles.set(exportedRoleKey(part), part);
    const key = exportedRoleKey(role);
    included.set(key, [...(included.get(key) ?? []), ...parts.map(exportedRoleKey)]);
  }
  return { included, roles };
}

/** A role and all that it includes, directly or through other composite roles; the role itself first. */
export function withIncludedRoles(
  role: ExportedRole,
  { included, roles }: CompositeRoles,
): readonly ExportedRole[] {
  const own = exportedRoleKey(role);
  const others = [...resolveRoles([own], included)].filter((key) => key !== own);
  return [role, ...others.flatMap((key) => roles.get(key) ?? [])];
}
