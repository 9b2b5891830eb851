import { type FinePermissions, finePermissionsOf } from "../../access/model/fine-permissions.ts";
import type { AdminClient } from "../../access/model/snapshot.ts";
import { hasFeature } from "../../catalog/server/server-features.ts";
import type { AdminApi } from "../api/admin-api.ts";
import { readRealmFacts } from "./read-realm-facts.ts";

/**
 * Reads whether fine-grained admin permissions may apply to the accounts of a realm: one small
 * request, and none if the server's version has no such permissions.
 *
 * Those of version 2, on by default from Keycloak 26.2, are a setting of the realm. Those of the
 * older kind enable authorization services for the client with the admin roles, which are off
 * otherwise (26.0.8).
 *
 * @param version the server's, such as `26.7.3`, if known
 * @throws AdminApiError when the request fails
 */
export async function readFinePermissions(
  api: Pick<AdminApi, "call" | "connection" | "realm">,
  { authorizationServicesEnabled }: Pick<AdminClient, "authorizationServicesEnabled">,
  version?: string,
): Promise<FinePermissions> {
  const isAsked = hasFeature("fineGrainedPermissions", version) !== false;
  return finePermissionsOf(
    isAsked ? await readRealmFacts(api) : undefined,
    authorizationServicesEnabled,
  );
}
