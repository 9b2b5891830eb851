import { WhoAmI } from "@keycloak/keycloak-admin-client/lib/resources/whoAmI.js";
import type { AdminApi } from "../api/admin-api.ts";
import { connectionTo } from "../api/connection-to.ts";
import { parseOwnRoles } from "../api/parse-answers.ts";

/**
 * Reads the signed-in administrator's effective admin roles in a realm. The console itself uses
 * this request, but it isn't part of the documented Admin API.
 *
 * @param loginRealm the realm that the administrator signed in to
 * @returns names of roles
 * @throws AdminApiError when the request fails
 * @see [AdminConsole.whoAmI](https://github.com/keycloak/keycloak/blob/main/services/src/main/java/org/keycloak/services/resources/admin/AdminConsole.java)
 */
export async function readOwnRoles(
  api: AdminApi,
  loginRealm: string,
): Promise<ReadonlySet<string>> {
  const { call, realm } = api;
  const signedIn = connectionTo(api, loginRealm);
  return call("listRoles", async () =>
    parseOwnRoles(await new WhoAmI(signedIn).find({ currentRealm: realm }), realm),
  );
}
