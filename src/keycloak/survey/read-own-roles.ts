import { WhoAmI } from "@keycloak/keycloak-admin-client/lib/resources/whoAmI.js";
import type { AdminApi } from "../api/admin-api.ts";
import { parseOwnRoles } from "./parse-survey-answers.ts";

/**
 * Reads which admin roles the signed-in administrator has in a realm, those in effect included. It is the
 * console's own question, not the Admin API's, and not every server answers it.
 *
 * @param signedIn the Admin API of the realm that the administrator signed in to
 * @returns undefined where that was not told
 */
export async function readOwnRoles(
  signedIn: AdminApi,
  realm: string,
): Promise<ReadonlySet<string> | undefined> {
  try {
    return await signedIn.call("listRoles", async () =>
      parseOwnRoles(await new WhoAmI(signedIn.connection).find({ currentRealm: realm }), realm),
    );
  } catch {
    return undefined;
  }
}
