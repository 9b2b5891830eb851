/** Roles that do the same to different things. */
export interface RoleGroup {
  /** What their names begin with, such as "view-"; empty for roles that stand for themselves. */
  readonly prefix: string;
  readonly roles: readonly string[];
}

const prefixes = ["view-", "query-", "manage-"];

/** Roles in groups, in which the same things stand in the same order. */
export function groupRoles(roles: readonly string[]): readonly RoleGroup[] {
  const groups = prefixes.map((prefix) => ({
    prefix,
    roles: roles.filter((role) => role.startsWith(prefix)),
  }));
  const others = roles.filter((role) => !prefixes.some((prefix) => role.startsWith(prefix)));
  return [...groups, { prefix: "", roles: others }].filter((group) => group.roles.length > 0);
}
