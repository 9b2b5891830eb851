import type { Account, ClientSettings } from "../../access/model/snapshot.ts";
import type { AdminApi } from "../api/admin-api.ts";
import { AdminApiError, type AdminApiFailure } from "../api/admin-api-error.ts";
import { parseUser } from "../api/parse-answers.ts";
import type { SoughtUser } from "./find-user.ts";

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
  const user = await api.call("readServiceAccount", async () =>
    parseUser(await api.clients.getServiceAccountUser({ id })),
  );
  return { kind: "found", ...user };
}

const hasFailed = (thrown: unknown, failure: AdminApiFailure) =>
  thrown instanceof AdminApiError && thrown.failure === failure;
