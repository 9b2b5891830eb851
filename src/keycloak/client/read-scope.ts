import {
  type Access,
  type ClientSettings,
  roleKey,
  type Snapshot,
} from "../../access/model/snapshot.ts";
import type { ContainerKey } from "../../catalog/presets/presets.ts";
import type { AdminApi } from "../api/admin-api.ts";
import { isForbidden } from "../api/admin-api-error.ts";
import { parseRoles } from "../api/parse-answers.ts";
import { readRealmFacts } from "./read-realm-facts.ts";

/** The admin roles in a client's scope that the signed-in administrator can see. */
export type FoundScope = Pick<Access, "inScope" | "unseenScope">;

/** If *Full scope allowed* is on, every role is in the scope. Any administrator can see that. */
export const fullScope: FoundScope = { inScope: undefined, unseenScope: new Set() };

/**
 * Reads which admin roles are in the client's scope, including those from client scopes and
 * composite roles.
 *
 * Keycloak silently omits roles that the caller can't see: realm roles if the caller lacks
 * view-realm. Client roles are visible to everyone who can list them, as the caller does for a
 * snapshot. The list of roles that are *not* granted proves nothing, because it contains the
 * omitted ones (contract test, 26.0 to 26.7). In `master`, the realm is therefore read too: its
 * settings are fully visible to the same administrators who see its roles.
 *
 * @throws AdminApiError when a request fails for another reason than lacking rights
 * @see [Evaluating client scopes](https://www.keycloak.org/docs/latest/server_admin/#_client_scopes_evaluate)
 * @see [ClientScopeEvaluateScopeMappingsResource](https://github.com/keycloak/keycloak/blob/main/services/src/main/java/org/keycloak/services/resources/admin/ClientScopeEvaluateScopeMappingsResource.java)
 */
export async function readScope(
  api: AdminApi,
  { clientUuid }: Pick<ClientSettings, "clientUuid">,
  { adminClient, isMaster }: Pick<Snapshot, "adminClient" | "isMaster">,
): Promise<FoundScope> {
  const read = async (container: ContainerKey, roleContainer: string) => {
    const query = { id: clientUuid, roleContainer, type: "granted" as const, scope: "" };
    try {
      return await api.call("readScope", async () =>
        parseRoles(container, await api.clients.evaluatePermission(query)),
      );
    } catch (thrown) {
      if (isForbidden(thrown)) return undefined;
      throw thrown;
    }
  };
  const [ofClient, ofRealm, realm] = await Promise.all([
    read("admin", adminClient.clientUuid),
    isMaster ? read("realm", api.realm) : [],
    isMaster ? readRealmFacts(api) : undefined,
  ]);
  const unseen: readonly ContainerKey[] = [
    ...(ofClient === undefined ? (["admin"] as const) : []),
    ...(ofRealm === undefined || realm?.isWhole === false ? (["realm"] as const) : []),
  ];
  return {
    inScope: new Set([...(ofClient ?? []), ...(ofRealm ?? [])].map(roleKey)),
    unseenScope: new Set(unseen),
  };
}
