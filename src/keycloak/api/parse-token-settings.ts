import type { TokenSettings } from "../../access/model/token-settings.ts";

/** Keycloak stores attributes as texts; an empty one means a removed value. */
function numberOf(text: unknown): number | undefined {
  if (typeof text !== "string" || text.trim() === "") return undefined;
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
export function parseTokenSettings(fields: ReadonlyMap<string, unknown>): TokenSettings {
  const value = fields.get("attributes");
  const attributes = new Map<string, unknown>(
    typeof value === "object" && value !== null ? Object.entries(value) : [],
  );
  const notBefore = fields.get("notBefore");
  const secretExpiresAt = numberOf(attributes.get("client.secret.expiration.time"));
  const algorithm = attributes.get("token.endpoint.auth.signing.alg");
  return {
    notBefore: typeof notBefore === "number" ? notBefore : 0,
    lifespan: numberOf(attributes.get("access.token.lifespan")),
    // 0 means a secret that doesn't expire.
    secretExpiresAt: secretExpiresAt === 0 ? undefined : secretExpiresAt,
    signingAlgorithm: typeof algorithm === "string" && algorithm !== "" ? algorithm : undefined,
  };
}
