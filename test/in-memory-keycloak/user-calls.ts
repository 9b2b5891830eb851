import type { AdminCall, AdminCalls } from "./admin-call.ts";
import { requirePower } from "./find-parts.ts";
import { pageOf, sortedBy } from "./page-of.ts";
import { representUser } from "./represent.ts";

/**
 * Whether a search finds a person: by how the name begins, in quotes by all of it, and between asterisks by a
 * part of it.
 */
function isFound(username: string, search: string): boolean {
  if (/^".*"$/.test(search)) return username === search.slice(1, -1);
  if (/^\*.*\*$/.test(search)) return username.includes(search.slice(1, -1));
  return username.startsWith(search);
}

/**
 * Users by a part of their name, or by all of it. Service accounts are among them only where a name is
 * asked for, and never in a search; who may search and not view finds nobody.
 */
function findUsers({ realm, power, query }: AdminCall): unknown {
  requirePower(power.canQueryUsers);
  const wanted = query.get("username")?.toLowerCase();
  const search = query.get("search")?.toLowerCase();
  const isExact = query.get("exact") === "true";
  const found = [...realm.users.values()].filter(({ username, serviceAccountOf }) => {
    const isPerson = serviceAccountOf === undefined;
    if (search !== undefined) return isPerson && isFound(username.toLowerCase(), search);
    if (wanted === undefined) return isPerson;
    return isExact ? username === wanted : username.includes(wanted);
  });
  const page = pageOf(
    sortedBy(found, ({ username }) => username),
    query,
  );
  return power.canViewUsers ? page.map(representUser) : [];
}

/**
 * The calls that find users.
 *
 * @see [UsersResource](https://github.com/keycloak/keycloak/blob/main/services/src/main/java/org/keycloak/services/resources/admin/UsersResource.java)
 */
export const userCalls: AdminCalls = [["GET users", findUsers]];
