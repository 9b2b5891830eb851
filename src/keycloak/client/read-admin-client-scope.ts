import type { ClientScope } from "../../access/model/snapshot.ts";
import type { AdminApi } from "../api/admin-api.ts";
import { parseClientScopes } from "../api/parse-answers.ts";

/**
 * The client scope that the Admin API asks of clients from Keycloak 26.8.2 on.
 *
 * @see [Migrating to 26.8.2](https://www.keycloak.org/docs/26.8.2/upgrading/)
 */
export const adminClientScopeName = "kc-admin-api";

/**
 * Finds the realm's client scope for the Admin API. Its list grows with the realm, so it is read only
 * where the server may ask for that scope, or where a person looks at a plan or checks the access.
 *
 * @returns undefined where the realm has none
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
