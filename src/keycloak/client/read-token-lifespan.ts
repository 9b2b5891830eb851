import { Realms } from "@keycloak/keycloak-admin-client/lib/resources/realms.js";
import type { AdminApi } from "../api/admin-api.ts";
import { fieldsOf } from "../api/parse-answers.ts";

/** How long a client's access tokens live. */
export interface TokenLifespan {
  readonly seconds: number;
  /** Where that is set: a client may have a lifespan of its own. */
  readonly setFor: "client" | "realm";
}

/**
 * Reads how long a client's access tokens live: what the client says, else what its realm says.
 *
 * @returns undefined where the administrator may not see it: realms show it with `view-realm` alone
 * @throws AdminApiError when a request fails
 * @see [Session and token timeouts](https://www.keycloak.org/docs/latest/server_admin/#_timeouts)
 */
export async function readTokenLifespan(
  api: AdminApi,
  clientUuid: string,
): Promise<TokenLifespan | undefined> {
  const [client, realm] = await Promise.all([
    api.call("readClient", async () => fieldsOf(await api.clients.findOne({ id: clientUuid }))),
    api.call("readRealm", async () =>
      fieldsOf(await new Realms(api.connection).findOne({ realm: api.realm })),
    ),
  ]);
  const attributes = client.get("attributes");
  const own = attributes === undefined ? undefined : fieldsOf(attributes).get(ownLifespan);
  // Keycloak keeps attributes as texts; an empty one was taken away.
  const ofClient = typeof own === "string" && own !== "" ? Number(own) : Number.NaN;
  if (ofClient > 0) return { seconds: ofClient, setFor: "client" };
  const ofRealm = realm.get("accessTokenLifespan");
  return typeof ofRealm === "number" ? { seconds: ofRealm, setFor: "realm" } : undefined;
}

const ownLifespan = "access.token.lifespan";
