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

/** What a client proves with who it is: its secret, a secret that it signs with (HS256), or its key. */
export type Credential = string | { readonly signingSecret: string } | SigningKey;

/** Where the clients of a realm get their tokens. */
export interface Login {
  /** The issuer as it follows from the page; the realm itself may name another one. */
  readonly issuer: string;
  /** The token endpoint as it follows from the page, where this page sends its own requests. */
  readonly tokenEndpoint: string;
  /**
   * Asks the realm where its clients get their tokens.
   *
   * @throws SessionError where it does not say it, or not to this browser
   */
  readonly discover: () => Promise<Discovered>;
  /**
   * Gets an access token as a client, with its own secret or key. It is asked for where the page knows the
   * realm to be: no address of a document is given a secret.
   *
   * @throws SessionError `refused` or `requestRefused` with the server's words where there is none;
   * `redirected` where the token endpoint sends elsewhere
   */
  readonly requestToken: (clientId: string, credential: Credential) => Promise<string>;
  /** Makes a pair of keys for a client; undefined where this page may not, since it came over plain http. */
  readonly createKeyPair: (() => Promise<KeyPair>) | undefined;
}

function authenticationWith(credential: Credential): ClientAuth {
  if (typeof credential === "string") return ClientSecretPost(credential);
  return "key" in credential
    ? PrivateKeyJwt(credential)
    : ClientSecretJwt(credential.signingSecret);
}

/** Error codes that are about who the client is, and not about what it asks for. */
const aboutClient = ["invalid_client", "unauthorized_client"];

/**
 * The sign-in of a realm's clients.
 *
 * @param authServerUrl where realms sign people in, relative path included
 * @see [RFC 6749, section 4.4](https://www.rfc-editor.org/rfc/rfc6749#section-4.4)
 */
export function createLogin(authServerUrl: string, realm: string): Login {
  const assumedIssuer = issuerOf(authServerUrl, realm);
  const tokenEndpoint = `${assumedIssuer}/protocol/openid-connect/token`;
  const options = requestOptionsFor(assumedIssuer);
  /** An assertion names the realm as the realm names itself; a secret needs no name. */
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
