import type { ReadBack } from "../access/settle-change.ts";
import { type Role, type RoleChange, roleKey, type Snapshot } from "../access/snapshot.ts";
import type { ContainerKey } from "../catalog/presets.ts";
import type { AdminApi } from "./admin-api.ts";
import { parseRoles } from "./parse-answers.ts";

const containers: readonly ContainerKey[] = ["admin", "realm"];

const toMapping = ({ id, name }: Role) => ({ id, name });

/**
 * Maps and unmaps roles with one request per role container, then reads back what is mapped.
 *
 * A request is applied whole or not at all. The server wants both id and name of each role, both
 * current.
 *
 * @param onWritten called after each request that changed something
 * @returns the server's own answer to what is mapped now, and, where roles were taken, what is in effect
 * @throws AdminApiError when a request fails; the requests before it stay applied
 * @see [Role mappings of a user](https://www.keycloak.org/docs-api/latest/rest-api/index.html#_client_role_mappings)
 */
export async function changeRoleMappings(
  api: AdminApi,
  snapshot: Snapshot,
  change: RoleChange,
  onWritten: () => void,
): Promise<ReadBack> {
  for (const container of containers) {
    const added = within(change.add, container);
    const removed = within(change.remove, container);
    if (added.length > 0) {
      await addMappings(api, snapshot, container, added);
      onWritten();
    }
    if (removed.length > 0) {
      await removeMappings(api, snapshot, container, removed);
      onWritten();
    }
  }
  const isShrinking = change.remove.length > 0;
  const [mapped, effective] = await Promise.all([
    readRoles(api, snapshot, "readMappings"),
    isShrinking ? readRoles(api, snapshot, "readEffective") : undefined,
  ]);
  return effective === undefined ? { mapped } : { mapped, effective };
}

const within = (roles: readonly Role[], container: ContainerKey) =>
  roles.filter((role) => role.container === container);

async function addMappings(
  api: AdminApi,
  { serviceAccountUserId: id, adminClient }: Snapshot,
  container: ContainerKey,
  added: readonly Role[],
): Promise<void> {
  const roles = added.map(toMapping);
  await api.call("addMappings", () =>
    container === "admin"
      ? api.users.addClientRoleMappings({ id, clientUniqueId: adminClient.clientUuid, roles })
      : api.users.addRealmRoleMappings({ id, roles }),
  );
}

/**
 * The only function that sends DELETE. Keycloak takes a DELETE of role mappings without a body as
 * "all of this container": an empty list is never sent, and a role without an id and a name neither.
 *
 * @see [deleteClientRoleMapping](https://github.com/keycloak/keycloak/blob/main/services/src/main/java/org/keycloak/services/resources/admin/ClientRoleMappingsResource.java)
 */
async function removeMappings(
  api: AdminApi,
  { serviceAccountUserId: id, adminClient }: Snapshot,
  container: ContainerKey,
  removed: readonly Role[],
): Promise<void> {
  const roles = removed.map(toMapping);
  if (roles.length === 0 || roles.some(({ id, name }) => id === "" || name === "")) {
    throw new Error("A DELETE without roles would take all of them away; nothing was sent.");
  }
  await api.call("removeMappings", () =>
    container === "admin"
      ? api.users.delClientRoleMappings({ id, clientUniqueId: adminClient.clientUuid, roles })
      : api.users.delRealmRoleMappings({ id, roles }),
  );
}

async function readRoles(
  api: AdminApi,
  { serviceAccountUserId: id, adminClient, isMaster }: Snapshot,
  attempt: "readMappings" | "readEffective",
): Promise<ReadBack["mapped"]> {
  const ofAdminClient = { id, clientUniqueId: adminClient.clientUuid };
  const { users } = api;
  const isEffective = attempt === "readEffective";
  const [ofClient, ofRealm] = await Promise.all([
    api.call(attempt, async () =>
      parseRoles(
        "admin",
        isEffective
          ? await users.listCompositeClientRoleMappings(ofAdminClient)
          : await users.listClientRoleMappings(ofAdminClient),
      ),
    ),
    isMaster
      ? api.call(attempt, async () =>
          parseRoles(
            "realm",
            isEffective
              ? await users.listCompositeRealmRoleMappings({ id })
              : await users.listRealmRoleMappings({ id }),
          ),
        )
      : [],
  ]);
  return new Set([...ofClient, ...ofRealm].map(roleKey));
}
