import type { KeycloakAdminClient } from "@keycloak/keycloak-admin-client/lib/client.js";
import type { AdminApi } from "./admin-api.ts";

/** The connection to another realm of the same server, such as the one that the administrator signed in to. */
export function connectionTo({ connection }: AdminApi, realm: string): KeycloakAdminClient {
  // The resources use only these parts of the client.
  return { ...connection, realmName: realm } as KeycloakAdminClient;
}
