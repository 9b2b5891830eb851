import {
  type ClientSettings,
  type RoleKey,
  roleKey,
  type Snapshot,
} from "../../access/model/snapshot.ts";
import type { ContainerKey } from "../../catalog/presets/presets.ts";
import type { AdminApi } from "../api/admin-api.ts";
import { parseRoles } from "../api/parse-answers.ts";

/**
 * Reads which admin roles are in the client's scope, also those that come through client scopes and
 * composite roles.
 *
 * @throws AdminApiError when a request fails
 * @see [Evaluating client scopes](https://www.keycloak.org/docs/latest/server_admin/#_client_scopes_evaluate)
 */
export async function readScope(
  api: AdminApi,
  { clientUuid }: Pick<ClientSettings, "clientUuid">,
  { adminClient, isMaster }: Pick<Snapshot, "adminClient" | "isMaster">,
): Promise<ReadonlySet<RoleKey>> {
  const read = async (container: ContainerKey, roleContainer: string) => {
    const query = { id: clientUuid, roleContainer, type: "granted" as const, scope: "" };
    return api.call("readScope", async () =>
      parseRoles(container, await api.clients.evaluatePermission(query)),
    );
  };
  const roles = await Promise.all([
    read("admin", adminClient.clientUuid),
    isMaster ? read("realm", api.realm) : [],
  ]);
  return new Set(roles.flat().map(roleKey));
}
