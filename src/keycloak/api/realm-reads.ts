import type { KeycloakAdminClient } from "@keycloak/keycloak-admin-client/lib/client.js";
import Resource from "@keycloak/keycloak-admin-client/lib/resources/resource.js";

/**
 * Two reads of a realm that the opened tab makes. The admin client's own classes for realms and roles have them
 * among dozens of others, and weigh accordingly.
 */
export class RealmReads extends Resource {
  constructor(connection: KeycloakAdminClient) {
    super(connection, {
      path: "/admin/realms/{realm}",
      getUrlParams: () => ({ realm: connection.realmName }),
      getBaseUrl: () => connection.baseUrl,
    });
  }

  /** The realm itself. */
  find = this.makeRequest<void, unknown>({ method: "GET", path: "" });

  /** What is in a composite role, directly. */
  findParts = this.makeRequest<{ id: string }, unknown>({
    method: "GET",
    path: "/roles-by-id/{id}/composites",
    urlParamKeys: ["id"],
  });
}
