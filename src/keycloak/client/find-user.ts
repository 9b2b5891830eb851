import type { Account } from "../../access/model/snapshot.ts";
import { accountName } from "../../access/survey/survey.ts";
import type { AdminApi } from "../api/admin-api.ts";
import { AdminApiError, isForbidden } from "../api/admin-api-error.ts";
import { itemsOf, parseUser } from "../api/parse-answers.ts";
import { readOwnRoles } from "./read-own-roles.ts";

/** What asking for a user came to. */
export type SoughtUser =
  | Extract<Account, { readonly kind: "found" }>
  | { readonly kind: "absent" }
  | { readonly kind: "notKnown" };

/**
 * Looks for the user that Keycloak names after a client. It may be another one's: a person can be called
 * so too.
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
    // Without the right to see users, the list is empty too.
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
 * Whether a user still exists that was the client's service-account user before, under whatever name.
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
