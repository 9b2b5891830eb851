import {
  AuthorizationResponseError,
  type AuthorizationServer,
  authorizationCodeGrantRequest,
  type Client,
  calculatePKCECodeChallenge,
  generateRandomCodeVerifier,
  generateRandomNonce,
  generateRandomState,
  getValidatedIdTokenClaims,
  None,
  processAuthorizationCodeResponse,
  ResponseBodyError,
  validateAuthResponse,
} from "oauth4webapi";
import { askAuthorizationEndpoint } from "./ask-authorization-endpoint.ts";
import { isRedirect, issuerOf, requestOptionsFor } from "./issuer-of.ts";
import { SessionError } from "./session-error.ts";

/** Where and as which client to sign in. */
export interface SignInSettings {
  /** Where realms sign people in, relative path included. */
  readonly authServerUrl: string;
  readonly realm: string;
  readonly clientId: string;
  /** The console's own address, without query and fragment. */
  readonly redirectUri: string;
}

/** An access token and whose it is. */
export interface SignIn {
  readonly accessToken: string;
  /** When the access token ends, in milliseconds since 1970. */
  readonly expiresAt: number;
  readonly subject: string;
}

/**
 * Signs in as the person whose session the browser holds, without asking anything: authorization
 * code with PKCE; state, nonce and issuer are checked. An answer may leave the issuer out, as
 * `security-admin-console` can be set to: the code only goes to the one server that the page itself names,
 * and the ID token must be of it. On plain http, where browsers have no Web Crypto,
 * the console's page brings a shim of what PKCE takes.
 *
 * @throws SessionError when there is no such session, no answer, or an answer to something else
 * @see [OpenID Connect Core, code flow](https://openid.net/specs/openid-connect-core-1_0.html#CodeFlowAuth)
 * @see [RFC 9207, issuer identification](https://www.rfc-editor.org/rfc/rfc9207)
 * @see [web-crypto-shim in index.ftl](https://github.com/keycloak/keycloak/blob/main/js/apps/admin-ui/maven-resources/theme/keycloak.v2/admin/index.ftl)
 */
export async function signInSilently(settings: SignInSettings): Promise<SignIn> {
  const { clientId, redirectUri } = settings;
  const server = serverOf(settings);
  const client: Client = { client_id: clientId };
  const verifier = generateRandomCodeVerifier();
  const state = generateRandomState();
  const nonce = generateRandomNonce();
  const request = new URL(server.authorization_endpoint);
  request.search = new URLSearchParams({
    client_id: clientId,
    redirect_uri: redirectUri,
    response_type: "code",
    scope: "openid",
    prompt: "none",
    state,
    nonce,
    code_challenge: await calculatePKCECodeChallenge(verifier),
    code_challenge_method: "S256",
  }).toString();
  const answer = await askAuthorizationEndpoint(request, redirectUri);
  try {
    const parameters = validateAuthResponse(server, client, answer, state);
    const requestedAt = Date.now();
    const response = await authorizationCodeGrantRequest(
      server,
      client,
      None(),
      parameters,
      redirectUri,
      verifier,
      requestOptionsFor(server.issuer),
    );
    if (isRedirect(response)) throw new SessionError("redirected");
    const tokens = await processAuthorizationCodeResponse(server, client, response, {
      expectedNonce: nonce,
      requireIdToken: true,
    });
    return {
      accessToken: tokens.access_token,
      expiresAt: requestedAt + (tokens.expires_in ?? 0) * 1000,
      subject: getValidatedIdTokenClaims(tokens)?.sub ?? "",
    };
  } catch (thrown) {
    throw toSessionError(thrown);
  }
}

/**
 * The algorithms that a realm can sign ID tokens with for a public client; RS256 is only what it begins with.
 *
 * @see [Realm keys](https://www.keycloak.org/docs/latest/server_admin/#realm_keys)
 * @see [Algorithm](https://github.com/keycloak/keycloak/blob/main/core/src/main/java/org/keycloak/crypto/Algorithm.java)
 */
const signatureAlgorithms = ["RS", "PS", "ES"]
  .flatMap((family) => ["256", "384", "512"].map((size) => family + size))
  .concat("EdDSA");

function serverOf({ authServerUrl, realm }: SignInSettings) {
  const issuer = issuerOf(authServerUrl, realm);
  return {
    issuer,
    authorization_endpoint: `${issuer}/protocol/openid-connect/auth`,
    token_endpoint: `${issuer}/protocol/openid-connect/token`,
    id_token_signing_alg_values_supported: signatureAlgorithms,
  } satisfies AuthorizationServer;
}

function toSessionError(thrown: unknown): SessionError {
  if (thrown instanceof SessionError) return thrown;
  if (thrown instanceof AuthorizationResponseError || thrown instanceof ResponseBodyError) {
    // login_required, interaction_required, or a session that ended between the two requests.
    return new SessionError("signInNeeded", thrown);
  }
  return new SessionError(isNoAnswer(thrown) ? "unreachable" : "untrusted", thrown);
}

/** What `fetch` throws when there is no answer, or none in time, be it in the midst of the body. */
function isNoAnswer(thrown: unknown): boolean {
  const cause = thrown instanceof Error ? (thrown.cause ?? thrown) : thrown;
  return cause instanceof DOMException || (cause instanceof TypeError && !("code" in cause));
}
