import type { AdminApi } from "./admin-api.ts";

/**
 * Switches client authentication and service accounts of a client on; everything else of the client
 * stays as it is, since the server only changes what a request names. A client that was public gets a secret.
 *
 * @throws AdminApiError when the request fails; nothing is changed then
 * @see [Using a service account](https://www.keycloak.org/docs/latest/server_admin/#_service_accounts)
 */
export async function enableServiceAccounts(api: AdminApi, clientUuid: string): Promise<void> {
  await api.call("enableServiceAccounts", () =>
    api.clients.update({ id: clientUuid }, { publicClient: false, serviceAccountsEnabled: true }),
  );
}
