import type { KeycloakAdminClient } from "@keycloak/keycloak-admin-client/lib/client.js";
import Resource from "@keycloak/keycloak-admin-client/lib/resources/resource.js";

/**
 * Two reads of a realm for the opened tab. The admin client's classes for realms and roles contain
 * dozens of other calls and are too large.
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

  /** The direct content of a composite role. */
  findParts = this.makeRequest<{ id: string }, unknown>({
    method: "GET",
    path: "/roles-by-id/{id}/composites",
    urlParamKeys: ["id"],
  });
}
