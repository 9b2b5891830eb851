import { storeClientId } from "../../access/custom/store-client-id.ts";
import { currentFormat, formatAttribute, storeSettings } from "../../access/custom/store-of.ts";
import type { AdminApi } from "../api/admin-api.ts";

/** For administrators who find the client in the list. */
const description =
  "Presets of this realm for service accounts, one in each attribute. This client is disabled, can't sign in and has no access.";

/** The store as Keycloak represents the client: it has no flow, no secret and no scope. */
export function storeRepresentation(presets: Readonly<Record<string, string>>) {
  return {
    clientId: storeClientId,
    description,
    protocol: "openid-connect",
    ...storeSettings,
    redirectUris: [],
    webOrigins: [],
    defaultClientScopes: [],
    optionalClientScopes: [],
    attributes: { [formatAttribute]: currentFormat, ...presets },
  };
}

/**
 * Makes the store of a realm, with its first presets.
 *
 * @param presets values by the names of their attributes
 * @throws AdminApiError when the request fails; `conflict` if there is such a client meanwhile
 */
export async function createStore(
  api: AdminApi,
  presets: Readonly<Record<string, string>>,
): Promise<void> {
  await api.call("createClient", () => api.clients.create(storeRepresentation(presets)));
}
