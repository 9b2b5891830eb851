import type { RealmExport } from "./realm-export.ts";

const usualDefaultRole = (realm: string) => `default-roles-${realm.toLowerCase()}`;

/**
 * The name of the role that every account of a realm has. Where the export doesn't name it, the server makes
 * one with a name that is free.
 */
export function defaultRoleOf({ realm, defaultRole, roles: { realm: list } }: RealmExport): string {
  if (defaultRole !== undefined) return defaultRole;
  const usual = usualDefaultRole(realm);
  const names = new Set(list.map(({ name }) => name));
  let free = usual;
  for (let number = 1; names.has(free); number += 1) free = `${usual}-${number}`;
  return free;
}

/**
 * The names of the roles that a new account may have: that of the default role and, where the export doesn't
 * name it, its usual one. A realm that a server has already has it under that name.
 */
export function defaultRolesOf(exported: RealmExport): readonly string[] {
  const own = defaultRoleOf(exported);
  if (exported.defaultRole !== undefined) return [own];
  return [...new Set([own, usualDefaultRole(exported.realm)])];
}
