import type { ClientScope } from "../../access/model/snapshot.ts";
import type { AdminApi } from "../api/admin-api.ts";
import { parseClientScopes } from "../api/parse-answers.ts";

/**
 * The client scope that the Admin API requires from Keycloak 26.8.2 on.
 *
 * @see [Migrating to 26.8.2](https://www.keycloak.org/docs/26.8.2/upgrading/)
 */
export const adminClientScopeName = "kc-admin-api";

/**
 * Finds the realm's client scope for the Admin API. The list grows with the realm, so it is read
 * only if the server may require this scope, or for a plan or an access check.
 *
 * @returns undefined if the realm doesn't have it
 * @throws AdminApiError when the request fails
 */
export async function readAdminClientScope({
  clientScopes,
  call,
}: AdminApi): Promise<ClientScope | undefined> {
  const all = await call("readClientScopes", async () =>
    parseClientScopes(await clientScopes.find()),
  );
  return all.find((scope) => scope.name === adminClientScopeName);
}
