import type { RealmExport } from "./realm-export.ts";

const usualDefaultRole = (realm: string) => `default-roles-${realm.toLowerCase()}`;

/**
 * The name of the default role of a realm. If the export doesn't name it, the server creates one
 * with an unused name.
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
 * The possible default roles of a new account: the default role and, if the export doesn't name it,
 * its usual name, which a realm that already exists on a server has.
 */
export function defaultRolesOf(exported: RealmExport): readonly string[] {
  const own = defaultRoleOf(exported);
  if (exported.defaultRole !== undefined) return [own];
  return [...new Set([own, usualDefaultRole(exported.realm)])];
}
