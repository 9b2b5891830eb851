import { Realms } from "@keycloak/keycloak-admin-client/lib/resources/realms.js";
import type { AdminApi } from "../api/admin-api.ts";
import { parseRealmNames } from "./parse-survey-answers.ts";

/**
 * Lists the names of the realms that an administrator may see: of another realm than `master`, that one only.
 *
 * @param api of the realm that the administrator signed in to
 * @throws AdminApiError when the request fails
 */
export function listRealms({
  call,
  connection,
}: Pick<AdminApi, "call" | "connection">): Promise<readonly string[]> {
  return call("findRealms", async () =>
    parseRealmNames(await new Realms(connection).find({ briefRepresentation: true })),
  );
}
