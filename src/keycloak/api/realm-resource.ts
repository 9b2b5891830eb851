import type { KeycloakAdminClient } from "@keycloak/keycloak-admin-client/lib/client.js";
import Resource from "@keycloak/keycloak-admin-client/lib/resources/resource.js";

/** Calls of a realm that the admin client has no class for, or only a large one. */
export class RealmResource extends Resource {
  constructor(connection: KeycloakAdminClient) {
    super(connection, {
      path: "/admin/realms/{realm}",
      getUrlParams: () => ({ realm: connection.realmName }),
      getBaseUrl: () => connection.baseUrl,
    });
  }
}
