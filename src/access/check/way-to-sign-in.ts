import type { ClientSettings } from "../model/snapshot.ts";

/** How a client proves who it is when it asks for a token. */
export type WayToSignIn =
  /** It sends its secret. */
  | { readonly kind: "secret" }
  /** It signs a JWT with its secret (`client_secret_jwt`). */
  | { readonly kind: "secretJwt"; readonly algorithm: string }
  /** It signs a JWT with its private key (`private_key_jwt`). */
  | { readonly kind: "keyJwt"; readonly algorithm: string }
  /** It shows a TLS client certificate (`tls_client_auth`). */
  | { readonly kind: "certificate" }
  /** It sends a token of another issuer, such as a Kubernetes cluster. */
  | { readonly kind: "federated" }
  /** An authenticator that an extension of the server brings. */
  | { readonly kind: "unknown" };

/**
 * Tells how a client signs in, from its client authenticator.
 *
 * @see [Confidential client credentials](https://www.keycloak.org/docs/latest/server_admin/#_client-credentials)
 * @see [Client authentication methods](https://openid.net/specs/openid-connect-core-1_0.html#ClientAuthentication)
 * @see [FederatedJWTClientAuthenticator](https://github.com/keycloak/keycloak/blob/main/services/src/main/java/org/keycloak/authentication/authenticators/client/FederatedJWTClientAuthenticator.java)
 */
export function wayToSignIn({
  authenticator,
  tokenSettings: { signingAlgorithm },
}: Pick<ClientSettings, "authenticator" | "tokenSettings">): WayToSignIn {
  switch (authenticator) {
    case "client-secret":
      return { kind: "secret" };
    case "client-secret-jwt":
      return { kind: "secretJwt", algorithm: signingAlgorithm ?? "HS256" };
    case "client-jwt":
      return { kind: "keyJwt", algorithm: signingAlgorithm ?? "RS256" };
    case "client-x509":
      return { kind: "certificate" };
    case "federated-jwt":
    case "federated-jwt-kubernetes":
      return { kind: "federated" };
    default:
      return { kind: "unknown" };
  }
}
