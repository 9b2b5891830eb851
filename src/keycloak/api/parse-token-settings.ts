import type { TokenSettings } from "../../access/model/token-settings.ts";

function numberOf(text = ""): number | undefined {
  if (text.trim() === "") return undefined;
  const number = Number(text);
  return Number.isSafeInteger(number) ? number : undefined;
}

/**
 * Reads a client's own token settings from `notBefore` and its attributes.
 *
 * @param fields the fields of a client
 * @see [OIDCConfigAttributes](https://github.com/keycloak/keycloak/blob/main/server-spi-private/src/main/java/org/keycloak/protocol/oidc/OIDCConfigAttributes.java)
 * @see [ClientSecretConstants](https://github.com/keycloak/keycloak/blob/main/server-spi/src/main/java/org/keycloak/models/ClientSecretConstants.java)
 */
export function parseTokenSettings(
  fields: ReadonlyMap<string, unknown>,
  attributes: ReadonlyMap<string, string>,
): TokenSettings {
  const notBefore = fields.get("notBefore");
  const secretExpiresAt = numberOf(attributes.get("client.secret.expiration.time"));
  return {
    notBefore: typeof notBefore === "number" ? notBefore : 0,
    lifespan: numberOf(attributes.get("access.token.lifespan")),
    // 0 means a secret that doesn't expire.
    secretExpiresAt: secretExpiresAt === 0 ? undefined : secretExpiresAt,
    signingAlgorithm: attributes.get("token.endpoint.auth.signing.alg"),
  };
}
