import type { AccountClient } from "./survey.ts";

const day = 86_400_000;

/** A secret that is older than so many days is worth a look. */
const oldSecretDays = 365;

/**
 * How old the secret of a client is, in whole days.
 *
 * @param now in milliseconds since 1970
 * @returns `none` where the client signs in without one; undefined where the client or the time isn't known: Keycloak
 *   notes when it makes a secret, and not for one that an import brings
 * @see [ClientSecretConstants](https://github.com/keycloak/keycloak/blob/main/server-spi/src/main/java/org/keycloak/models/ClientSecretConstants.java)
 */
export function secretAgeOf(
  client: Pick<AccountClient, "usesSecret" | "secretCreatedAt"> | undefined,
  now: number,
): number | "none" | undefined {
  if (client?.usesSecret === false) return "none";
  if (client?.usesSecret === undefined || client.secretCreatedAt === undefined) return undefined;
  return Math.max(0, Math.floor((now - client.secretCreatedAt) / day));
}

/** Whether the secret of a client is known to be old. */
export function hasOldSecret(client: Parameters<typeof secretAgeOf>[0], now: number): boolean {
  const age = secretAgeOf(client, now);
  return typeof age === "number" && age > oldSecretDays;
}
