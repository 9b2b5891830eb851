import {
  type AuthorizationServer,
  type ClientAuth,
  ClientSecretJwt,
  ClientSecretPost,
  clientCredentialsGrantRequest,
  PrivateKeyJwt,
  processClientCredentialsResponse,
  ResponseBodyError,
  WWWAuthenticateChallengeError,
} from "oauth4webapi";
import { createKeyPair, type KeyPair, type SigningKey } from "./create-key-pair.ts";
import { type Discovered, discover } from "./discover.ts";
import { isRedirect, issuerOf, requestOptionsFor } from "./issuer-of.ts";
import { SessionError } from "./session-error.ts";

/** The credentials of a client: its secret, a secret that it signs with (HS256), or its key. */
export type Credential = string | { readonly signingSecret: string } | SigningKey;

/** The endpoints where the clients of a realm get their tokens. */
export interface Login {
  /** The issuer derived from the page; the realm's discovery document may name another one. */
  readonly issuer: string;
  /** The token endpoint derived from the page, to which this page sends its own requests. */
  readonly tokenEndpoint: string;
  /**
   * Reads where the realm's clients get their tokens.
   *
   * @throws SessionError if the realm doesn't answer this browser correctly
   */
  readonly discover: () => Promise<Discovered>;
  /**
   * Gets an access token as a client, with its own secret or key. The request goes to the endpoint
   * derived from the page: a secret is never sent to an address from a document.
   *
   * @throws SessionError `refused` or `requestRefused` with the server's words where there is none;
   * `redirected` where the token endpoint sends elsewhere
   */
  readonly requestToken: (clientId: string, credential: Credential) => Promise<string>;
  /** Generates a key pair for a client; undefined if this page was loaded over plain HTTP. */
  readonly createKeyPair: (() => Promise<KeyPair>) | undefined;
}

function authenticationWith(credential: Credential): ClientAuth {
  if (typeof credential === "string") return ClientSecretPost(credential);
  return "key" in credential
    ? PrivateKeyJwt(credential)
    : ClientSecretJwt(credential.signingSecret);
}

/** Error codes about the client's identity, not about its request. */
const aboutClient = ["invalid_client", "unauthorized_client"];

/**
 * Signs in a realm's clients.
 *
 * @param authServerUrl where realms sign people in, relative path included
 * @see [RFC 6749, section 4.4](https://www.rfc-editor.org/rfc/rfc6749#section-4.4)
 */
export function createLogin(authServerUrl: string, realm: string): Login {
  const assumedIssuer = issuerOf(authServerUrl, realm);
  const tokenEndpoint = `${assumedIssuer}/protocol/openid-connect/token`;
  const options = requestOptionsFor(assumedIssuer);
  /** An assertion contains the realm's own issuer; a secret doesn't need it. */
  const serverFor = async (credential: Credential): Promise<AuthorizationServer> => ({
    issuer: typeof credential === "string" ? assumedIssuer : (await discover(assumedIssuer)).issuer,
    token_endpoint: tokenEndpoint,
  });
  return {
    issuer: assumedIssuer,
    tokenEndpoint,
    discover: () => discover(assumedIssuer),
    createKeyPair: globalThis.isSecureContext ? createKeyPair : undefined,
    requestToken: async (clientId, credential) => {
      const client = { client_id: clientId };
      try {
        const server = await serverFor(credential);
        const response = await clientCredentialsGrantRequest(
          server,
          client,
          authenticationWith(credential),
          new URLSearchParams(),
          options,
        );
        if (isRedirect(response)) throw new SessionError("redirected");
        return (await processClientCredentialsResponse(server, client, response)).access_token;
      } catch (thrown) {
        throw toSessionError(thrown);
      }
    },
  };
}

function toSessionError(thrown: unknown): SessionError {
  if (thrown instanceof SessionError) return thrown;
  if (thrown instanceof ResponseBodyError) {
    const { error, error_description: words = error } = thrown;
    return new SessionError(aboutClient.includes(error) ? "refused" : "requestRefused", words);
  }
  if (thrown instanceof WWWAuthenticateChallengeError) {
    const { error_description: words, error } = thrown.cause[0]?.parameters ?? {};
    return new SessionError("refused", words ?? error);
  }
  return new SessionError("unreachable", thrown);
}
