import type { RealmSettings } from "../model/realm-settings.ts";
import type { TokenSettings } from "../model/token-settings.ts";

/** How long a client's access tokens live. */
export interface TokenLifespan {
  readonly seconds: number;
  /** Where that is set: a client may have a lifespan of its own. */
  readonly setFor: "client" | "realm";
}

/**
 * Tells how long a client's access tokens live: what the client says, else what its realm says. A lifespan
 * of -1 stands for that of a session.
 *
 * @param realm undefined where the administrator may not see it
 * @returns undefined where that isn't known
 * @see [Session and token timeouts](https://www.keycloak.org/docs/latest/server_admin/#_timeouts)
 * @see [TokenManager](https://github.com/keycloak/keycloak/blob/main/services/src/main/java/org/keycloak/protocol/oidc/TokenManager.java)
 */
export function tokenLifespanOf(
  { lifespan }: Pick<TokenSettings, "lifespan">,
  realm: RealmSettings | undefined,
): TokenLifespan | undefined {
  const setFor = lifespan === undefined ? "realm" : "client";
  const set = lifespan ?? realm?.lifespan;
  const seconds = set === -1 ? realm?.sessionLifespan : set;
  return seconds === undefined ? undefined : { seconds, setFor };
}
