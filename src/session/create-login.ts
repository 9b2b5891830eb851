import {
  type AuthorizationServer,
  type ClientAuth,
  ClientSecretPost,
  clientCredentialsGrantRequest,
  discoveryRequest,
  PrivateKeyJwt,
  processClientCredentialsResponse,
  processDiscoveryResponse,
  ResponseBodyError,
} from "oauth4webapi";
import { createKeyPair, type KeyPair, type SigningKey } from "./create-key-pair.ts";
import { isRedirect, issuerOf, requestOptionsFor } from "./issuer-of.ts";
import { SessionError } from "./session-error.ts";

/** Where the clients of a realm get their tokens. */
export interface Login {
  readonly issuer: string;
  readonly tokenEndpoint: string;
  /** Whether the realm's endpoints answer this browser, as the realm they say they are. */
  readonly isReachable: () => Promise<boolean>;
  /**
   * Gets an access token as a client, with its own secret or key.
   *
   * @throws SessionError `refused` with the server's words where the client is not let in;
   * `redirected` where the token endpoint sends elsewhere
   */
  readonly requestToken: (clientId: string, credential: string | SigningKey) => Promise<string>;
  /** Makes a pair of keys for a client; undefined where this page may not, since it came over plain http. */
  readonly createKeyPair: (() => Promise<KeyPair>) | undefined;
}

/**
 * The sign-in of a realm's clients.
 *
 * @param authServerUrl where realms sign people in, relative path included
 * @see [OpenID Connect Discovery](https://openid.net/specs/openid-connect-discovery-1_0.html)
 * @see [RFC 6749, section 4.4](https://www.rfc-editor.org/rfc/rfc6749#section-4.4)
 */
export function createLogin(authServerUrl: string, realm: string): Login {
  const issuer = issuerOf(authServerUrl, realm);
  const server = {
    issuer,
    token_endpoint: `${issuer}/protocol/openid-connect/token`,
  } satisfies AuthorizationServer;
  const options = requestOptionsFor(issuer);
  return {
    issuer,
    tokenEndpoint: server.token_endpoint,
    isReachable: async () => {
      try {
        const address = new URL(issuer);
        await processDiscoveryResponse(address, await discoveryRequest(address, options));
        return true;
      } catch {
        return false;
      }
    },
    createKeyPair: globalThis.isSecureContext ? createKeyPair : undefined,
    requestToken: async (clientId, credential) => {
      const client = { client_id: clientId };
      const authentication: ClientAuth =
        typeof credential === "string" ? ClientSecretPost(credential) : PrivateKeyJwt(credential);
      try {
        const response = await clientCredentialsGrantRequest(
          server,
          client,
          authentication,
          new URLSearchParams(),
          options,
        );
        if (isRedirect(response)) throw new SessionError("redirected");
        return (await processClientCredentialsResponse(server, client, response)).access_token;
      } catch (thrown) {
        if (thrown instanceof SessionError) throw thrown;
        if (thrown instanceof ResponseBodyError) {
          throw new SessionError("refused", thrown.error_description ?? thrown.error);
        }
        throw new SessionError("unreachable", thrown);
      }
    },
  };
}
