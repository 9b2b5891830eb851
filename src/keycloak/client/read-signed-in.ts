import { Users } from "@keycloak/keycloak-admin-client/lib/resources/users.js";
import { WhoAmI } from "@keycloak/keycloak-admin-client/lib/resources/whoAmI.js";
import type { AdminApi } from "../api/admin-api.ts";
import { AdminApiError } from "../api/admin-api-error.ts";
import { connectionTo } from "../api/connection-to.ts";
import { fieldsOf, textOf } from "../api/parse-answers.ts";

/** The signed-in administrator. */
export interface SignedIn {
  readonly userId: string;
  /** The username; the display name if the administrator may not see users of their own realm. */
  readonly name: string;
}

/**
 * Reads who is signed in. The access token of the console doesn't say it, because it is a lightweight one.
 *
 * @param loginRealm the realm that the administrator signed in to
 * @throws AdminApiError when the first request fails
 * @see [AdminConsole.whoAmI](https://github.com/keycloak/keycloak/blob/main/services/src/main/java/org/keycloak/services/resources/admin/AdminConsole.java)
 * @see [Lightweight access tokens](https://www.keycloak.org/docs/latest/server_admin/#_using_lightweight_access_token)
 */
export async function readSignedIn(api: AdminApi, loginRealm: string): Promise<SignedIn> {
  const { call, realm } = api;
  const signedIn = connectionTo(api, loginRealm);
  const who = await call("readSignedIn", async () =>
    fieldsOf(await new WhoAmI(signedIn).find({ currentRealm: realm })),
  );
  const userId = textOf(who, "userId");
  try {
    const user = await call("readSignedIn", async () =>
      fieldsOf(await new Users(signedIn).findOne({ id: userId })),
    );
    return { userId, name: textOf(user, "username") };
  } catch (thrown) {
    if (!(thrown instanceof AdminApiError)) throw thrown;
    return { userId, name: textOf(who, "displayName") };
  }
}
