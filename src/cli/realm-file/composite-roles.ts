import { assignedRoles, type ExportedRole, exportedRoleKey } from "./exported-role.ts";
import type { RealmExport } from "./realm-export.ts";

/** The roles that each composite role of a realm includes directly, by the composite's key. */
export type CompositeRoles = ReadonlyMap<string, readonly ExportedRole[]>;

/** The composite roles of an export. What its parts tell of one role is put together. */
export function compositeRolesOf({ roles }: RealmExport): CompositeRoles {
  const listed = [
    ...roles.realm.map((role) => ({ client: undefined, ...role })),
    ...Object.entries(roles.client).flatMap(([client, list]) =>
      list.map((role) => ({ client, ...role })),
    ),
  ];
  const composites = new Map<string, readonly ExportedRole[]>();
  for (const role of listed) {
    const key = exportedRoleKey(role);
    const { realm = [], client = {} } = role.composites ?? {};
    const included = assignedRoles({ realmRoles: realm, clientRoles: client });
    composites.set(key, [...(composites.get(key) ?? []), ...included]);
  }
  return composites;
}

/** A role and all that it includes, directly or through other composite roles; the role itself first. */
export function withIncludedRoles(
  role: ExportedRole,
  composites: CompositeRoles,
): readonly ExportedRole[] {
  const reached = new Map<string, ExportedRole>();
  const open = [role];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const key = exportedRoleKey(next);
    if (reached.has(key)) continue;
    reached.set(key, next);
    open.push(...(composites.get(key) ?? []));
  }
  return [...reached.values()];
}
