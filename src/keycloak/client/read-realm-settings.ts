import { Realms } from "@keycloak/keycloak-admin-client/lib/resources/realms.js";
import type { RealmSettings } from "../../access/model/realm-settings.ts";
import type { AdminApi } from "../api/admin-api.ts";
import { fieldsOf } from "../api/parse-answers.ts";

/**
 * Reads the settings of a client's realm that decide whether it gets tokens. They are not needed to show
 * the tab, so this is for who looks at an access check or connects a program.
 *
 * @returns undefined where the administrator may not see them: without view-realm a realm shows its name alone
 * @throws AdminApiError when the request fails
 * @see [RealmRepresentation](https://www.keycloak.org/docs-api/latest/rest-api/index.html#RealmRepresentation)
 */
export async function readRealmSettings(api: AdminApi): Promise<RealmSettings | undefined> {
  const fields = await api.call("readRealm", async () =>
    fieldsOf(await new Realms(api.connection).findOne({ realm: api.realm })),
  );
  const [enabled, sslRequired] = [fields.get("enabled"), fields.get("sslRequired")];
  const [notBefore, lifespan] = [fields.get("notBefore"), fields.get("accessTokenLifespan")];
  const sessionLifespan = fields.get("ssoSessionMaxLifespan");
  if (
    typeof enabled !== "boolean" ||
    typeof sslRequired !== "string" ||
    typeof notBefore !== "number" ||
    typeof lifespan !== "number"
  ) {
    return undefined;
  }
  return {
    isEnabled: enabled,
    notBefore,
    sslRequired: sslRequired.toLowerCase(),
    lifespan,
    sessionLifespan: typeof sessionLifespan === "number" ? sessionLifespan : undefined,
  };
}
