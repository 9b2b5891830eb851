import type { Account, ClientSettings } from "../../access/model/snapshot.ts";
import { accountName } from "../../access/survey/survey.ts";
import type { AdminApi } from "../api/admin-api.ts";
import { AdminApiError, type AdminApiFailure, isForbidden } from "../api/admin-api-error.ts";
import { itemsOf, parseUser, type ReadUser } from "../api/parse-answers.ts";
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
    if (user !== undefined) return found(user);
    // Without the right to see users, the list is empty too.
    return (await seesUsers(api, loginRealm)) ? { kind: "absent" } : { kind: "notKnown" };
  } catch (thrown) {
    if (isForbidden(thrown)) return { kind: "notKnown" };
    throw thrown;
  }
}

const found = ({ userId, enabled }: ReadUser) => ({ kind: "found", userId, enabled }) as const;

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
    return user === null || user === undefined ? { kind: "absent" } : found(parseUser(user));
  } catch (thrown) {
    if (isForbidden(thrown)) return { kind: "notKnown" };
    if (hasFailed(thrown, "notFound")) return { kind: "absent" };
    throw thrown;
  }
}

/**
 * The one function that asks for the user that a client is linked to, whatever its name. Keycloak creates
 * a missing one while service accounts are on, so it is asked only where they are off, or where a user
 * exists that is the client's own or has the name that a new one would get: then none can be created.
 *
 * @param sought what was found of a user of the usual name, or of the one that was linked before
 * @returns `none` where the server says so, and `nameTaken` where the user of that name is another one's
 * @throws AdminApiError when the request fails
 * @throws Error when the request could create a user; nothing is sent then
 * @see [ClientResource.getServiceAccountUser](https://github.com/keycloak/keycloak/blob/main/services/src/main/java/org/keycloak/services/resources/admin/ClientResource.java)
 */
export async function readLinkedAccount(
  api: AdminApi,
  {
    clientUuid,
    serviceAccountsEnabled,
  }: Pick<ClientSettings, "clientUuid" | "serviceAccountsEnabled">,
  sought?: SoughtUser,
): Promise<Account> {
  if (serviceAccountsEnabled && sought?.kind !== "found") {
    throw new Error("Asking for this service account could create a user; nothing was sent.");
  }
  try {
    return await requestLinkedAccount(api, clientUuid);
  } catch (thrown) {
    if (hasFailed(thrown, "refused")) return { kind: "none" };
    // It tried to create the user, whose name is taken.
    if (hasFailed(thrown, "conflict")) return { kind: "nameTaken" };
    throw thrown;
  }
}

/**
 * Finds the user that a client with service accounts on is linked to, and lets Keycloak create one where
 * there is none: only where a person asked for that.
 *
 * @throws AdminApiError when the request fails
 */
export async function findOrCreateAccount(api: AdminApi, clientUuid: string): Promise<Account> {
  return requestLinkedAccount(api, clientUuid);
}

async function requestLinkedAccount(api: AdminApi, id: string): Promise<Account> {
  return found(
    await api.call("readServiceAccount", async () =>
      parseUser(await api.clients.getServiceAccountUser({ id })),
    ),
  );
}

const hasFailed = (thrown: unknown, failure: AdminApiFailure) =>
  thrown instanceof AdminApiError && thrown.failure === failure;
