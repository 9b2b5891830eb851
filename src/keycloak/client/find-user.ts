import type { Account } from "../../access/model/snapshot.ts";
import { accountName } from "../../access/survey/survey.ts";
import type { AdminApi } from "../api/admin-api.ts";
import { AdminApiError, isForbidden } from "../api/admin-api-error.ts";
import { itemsOf, parseUser } from "../api/parse-answers.ts";
import { readOwnRoles } from "./read-own-roles.ts";

/** The result of the search for a user. */
export type SoughtUser =
  | Extract<Account, { readonly kind: "found" }>
  | { readonly kind: "absent" }
  | { readonly kind: "notKnown" };

/**
 * Searches for the user with the usual name of a client's account. It may not be the client's,
 * because a person can have this name too.
 *
 * @param loginRealm the realm that the administrator signed in to
 * @throws AdminApiError when a request fails for another reason than lacking rights
 */
export async function findUserNamedAfter(
  api: AdminApi,
  clientId: string,
  loginRealm: string,
): Promise<SoughtUser> {
  const username = accountName(clientId);
  try {
    const [user] = await api.call("readServiceAccount", async () =>
      itemsOf(await api.users.find({ username, exact: true, briefRepresentation: true })).map(
        parseUser,
      ),
    );
    if (user !== undefined) return { kind: "found", ...user };
    // The list is also empty without the right to see users.
    return (await seesUsers(api, loginRealm)) ? { kind: "absent" } : { kind: "notKnown" };
  } catch (thrown) {
    if (isForbidden(thrown)) return { kind: "notKnown" };
    throw thrown;
  }
}

/** @see [UserPermissions.canView](https://github.com/keycloak/keycloak/blob/main/services/src/main/java/org/keycloak/services/resources/admin/fgap/UserPermissions.java) */
async function seesUsers(api: AdminApi, loginRealm: string): Promise<boolean> {
  const own = await readOwnRoles(api, loginRealm).catch(() => undefined);
  return own !== undefined && (own.has("view-users") || own.has("manage-users"));
}

/**
 * Whether the client's former service-account user still exists, under any name.
 *
 * @throws AdminApiError when the request fails for another reason than that it is gone or may not be seen
 */
export async function findUserById(api: AdminApi, id: string): Promise<SoughtUser> {
  try {
    const user: unknown = await api.call("readServiceAccount", () => api.users.findOne({ id }));
    return user === null || user === undefined
      ? { kind: "absent" }
      : { kind: "found", ...parseUser(user) };
  } catch (thrown) {
    if (isForbidden(thrown)) return { kind: "notKnown" };
    if (isGone(thrown)) return { kind: "absent" };
    throw thrown;
  }
}

const isGone = (thrown: unknown) =>
  thrown instanceof AdminApiError && thrown.failure === "notFound";
