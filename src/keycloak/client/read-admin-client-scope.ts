import type { ClientScope } from "../../access/model/snapshot.ts";
import { adminClientScopeName } from "../../catalog/server/admin-client-scope.ts";
import type { AdminApi } from "../api/admin-api.ts";
import { parseClientScopes } from "../api/parse-answers.ts";

/**
 * Finds the realm's client scope for the Admin API. The list grows with the realm, so it is read
 * only if the server may require this scope, or for a plan or an access check.
 *
 * @returns undefined if the realm doesn't have it; `notKnown` if the list is empty: Keycloak answers
 * so to administrators who may search for clients but not view them
 * @throws AdminApiError when the request fails
 * @see [ClientScopesResource.getClientScopes](https://github.com/keycloak/keycloak/blob/main/services/src/main/java/org/keycloak/services/resources/admin/ClientScopesResource.java)
 */
export async function readAdminClientScope({
  clientScopes,
  call,
}: AdminApi): Promise<ClientScope | "notKnown" | undefined> {
  const all = await call("readClientScopes", async () =>
    parseClientScopes(await clientScopes.find()),
  );
  return all[0] ? all.find((scope) => scope.name === adminClientScopeName) : "notKnown";
}
