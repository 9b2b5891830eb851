import type { Account, ClientSettings } from "../../access/model/snapshot.ts";
import type { AdminApi } from "../api/admin-api.ts";
import { AdminApiError, type AdminApiFailure } from "../api/admin-api-error.ts";
import { parseUser } from "../api/parse-answers.ts";
import type { SoughtUser } from "./find-user.ts";

/**
 * The only function that requests the user linked to a client, whatever its name. While service
 * accounts are on, Keycloak creates a missing user on this request. It is therefore sent only if
 * they are off, or if a user exists that is the client's own or has the name of a new one: then
 * none can be created.
 *
 * @param sought the user found under the usual name, or the one linked before
 * @returns `none` if the server says so, and `nameTaken` if the user with that name isn't the
 * client's
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
    // The server tried to create the user, but the name is taken.
    if (hasFailed(thrown, "conflict")) return { kind: "nameTaken" };
    throw thrown;
  }
}

/**
 * Finds the user linked to a client with service accounts on, and lets Keycloak create one if none
 * exists. Call it only if a person asked for that.
 *
 * @throws AdminApiError when the request fails
 */
export async function findOrCreateAccount(api: AdminApi, clientUuid: string): Promise<Account> {
  return requestLinkedAccount(api, clientUuid);
}

async function requestLinkedAccount(api: AdminApi, id: string): Promise<Account> {
  const user = await api.call("readServiceAccount", async () =>
    parseUser(await api.clients.getServiceAccountUser({ id })),
  );
  return { kind: "found", ...user };
}

const hasFailed = (thrown: unknown, failure: AdminApiFailure) =>
  thrown instanceof AdminApiError && thrown.failure === failure;
