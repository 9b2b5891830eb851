import type { TokenSettings } from "../../access/model/token-settings.ts";

/** Keycloak keeps attributes as texts; an empty one was taken away. */
function numberOf(text: unknown): number | undefined {
  if (typeof text !== "string" || text.trim() === "") return undefined;
  const number = Number(text);
  return Number.isSafeInteger(number) ? number : undefined;
}

/**
 * Reads what a client's own settings say of its tokens: from `notBefore` and from its attributes.
 *
 * @param fields those of a client
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
    // 0 stands for a secret that doesn't end.
    secretExpiresAt: secretExpiresAt === 0 ? undefined : secretExpiresAt,
    signingAlgorithm: typeof algorithm === "string" && algorithm !== "" ? algorithm : undefined,
  };
}
