import { type AdminCall, type AdminCalls, Created } from "./admin-call.ts";
import { requirePower, userOf } from "./find-parts.ts";
import { pageOf, sortedBy } from "./page-of.ts";
import type { GroupState } from "./realm-state.ts";
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

/** A person, of whom only the name is told. */
function createUser({ realm, power, body, newId }: AdminCall): unknown {
  requirePower(power.canManageUsers);
  const { username }: { username?: unknown } = JSON.parse(body);
  const user = {
    id: newId(),
    username: String(username).toLowerCase(),
    enabled: true,
    createdTimestamp: Date.now(),
    serviceAccountOf: undefined,
    roles: new Set([realm.defaultRole]),
    groups: new Set<GroupState>(),
  };
  realm.users.set(user.id, user);
  return new Created(user.id);
}

function getUser(call: AdminCall): unknown {
  const user = userOf(call);
  requirePower(call.power.canViewUsers);
  return representUser(user);
}

/**
 * The calls that find users.
 *
 * @see [UsersResource](https://github.com/keycloak/keycloak/blob/main/services/src/main/java/org/keycloak/services/resources/admin/UsersResource.java)
 */
export const userCalls: AdminCalls = [
  ["GET users", findUsers],
  ["POST users", createUser],
  ["GET users/*", getUser],
];
