import type { KeycloakAdminClient } from "@keycloak/keycloak-admin-client/lib/client.js";
import { ClientScopes } from "@keycloak/keycloak-admin-client/lib/resources/clientScopes.js";
import { Clients } from "@keycloak/keycloak-admin-client/lib/resources/clients.js";
import { Users } from "@keycloak/keycloak-admin-client/lib/resources/users.js";
import { NetworkError } from "@keycloak/keycloak-admin-client/lib/utils/fetchWithError.js";
import { toAdminApiError } from "./admin-api-error.ts";
import type { RequestName } from "./request-name.ts";

/** Provides access tokens for the Admin API. */
export interface TokenSource {
  /** A token that is valid now, renewed when needed. */
  readonly accessToken: () => Promise<string>;
  /** Discards a token that the server rejected, so that the next one is new. */
  readonly forgetToken: () => void;
}

/** The Admin API of one realm. */
export interface AdminApi {
  readonly realm: string;
  /** The connection for further resources of the admin client. */
  readonly connection: KeycloakAdminClient;
  readonly clients: Clients;
  readonly clientScopes: ClientScopes;
  readonly users: Users;
  /**
   * Makes one call; renews a rejected token once.
   *
   * @param attempt the name of the attempt
   * @throws AdminApiError when the call fails
   */
  readonly call: <Answer>(attempt: RequestName, request: () => Promise<Answer>) => Promise<Answer>;
}

/** How long a request may take, in milliseconds, before it counts as unanswered. */
const requestTimeout = 30_000;

/**
 * The Admin API of a realm through Keycloak's own client, using only single resources, because the
 * whole client would double the size of the opened tab.
 *
 * @param adminBaseUrl the base address of the Admin API with its relative path, such as
 * `https://host/auth`
 * @see [Admin REST API](https://www.keycloak.org/docs-api/latest/rest-api/index.html)
 */
export function createAdminApi(adminBaseUrl: string, realm: string, tokens: TokenSource): AdminApi {
  const connection = {
    baseUrl: adminBaseUrl,
    realmName: realm,
    timeout: requestTimeout,
    getAccessToken: tokens.accessToken,
    getRequestOptions: () => ({ cache: "no-store", redirect: "manual" }) as const,
    getGlobalRequestArgOptions: () => undefined,
  };
  // The resources use only these parts of the client.
  const client = connection as unknown as KeycloakAdminClient;
  return {
    realm,
    connection: client,
    clients: new Clients(client),
    clientScopes: new ClientScopes(client),
    users: new Users(client),
    call: async (attempt, request) => {
      try {
        return await request();
      } catch (thrown) {
        if (!(thrown instanceof NetworkError) || thrown.response.status !== 401) {
          throw toAdminApiError(attempt, thrown);
        }
      }
      tokens.forgetToken();
      return request().catch((thrown: unknown) => {
        throw toAdminApiError(attempt, thrown);
      });
    },
  };
}
