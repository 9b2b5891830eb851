import type { AdminCall, AdminCalls } from "./admin-call.ts";
import { requirePower, userOf } from "./find-parts.ts";
import { pageOf, sortedBy } from "./page-of.ts";
import { representUser } from "./represent.ts";

/**
 * Users by a part of their name, or by all of it. Service accounts are among them only where a name is
 * asked for; who may search and not view finds nobody.
 */
function findUsers({ realm, power, query }: AdminCall): unknown {
  requirePower(power.canQueryUsers);
  const wanted = query.get("username")?.toLowerCase();
  const isExact = query.get("exact") === "true";
  const found = [...realm.users.values()].filter(({ username, serviceAccountOf }) => {
    if (wanted === undefined) return serviceAccountOf === undefined;
    return isExact ? username === wanted : username.includes(wanted);
  });
  const page = pageOf(
    sortedBy(found, ({ username }) => username),
    query,
  );
  return power.canViewUsers ? page.map(representUser) : [];
}

/** One user, by its id: a service account's too. */
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
  ["GET users/*", getUser],
];
