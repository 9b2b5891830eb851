import { userIdOf } from "../../access/model/account.ts";
import type { Role, Snapshot } from "../../access/model/snapshot.ts";
import type { AdminApi } from "../api/admin-api.ts";

/** The target of a step. */
export type Target = Pick<Snapshot, "client" | "adminClient" | "account">;

/**
 * The UUID of the client that roles belong to; undefined for roles of the realm.
 *
 * @throws Error when they belong to several containers, of which a request can name only one, or when their client
 *   isn't known
 */
export function clientOfRoles(
  roles: readonly Role[],
  adminClient: Snapshot["adminClient"],
): string | undefined {
  const [container, ...others] = new Set(roles.map((role) => role.container));
  const clientUuid = container === "admin" ? adminClient.clientUuid : roles[0]?.clientUuid;
  const isOfClient = container !== "realm" && container !== "otherRealm";
  if (others.length > 0 || isOfClient === (clientUuid === undefined)) {
    throw new Error("Roles of one container are needed; nothing was sent.");
  }
  return clientUuid;
}

/**
 * The only function that sends DELETE for roles. For Keycloak, a DELETE of role mappings or scope
 * mappings without a body means "all of this container". This function never sends an empty list,
 * or a role without an id or a name. All roles belong to one container.
 *
 * @throws AdminApiError when the request fails
 * @throws Error when there would be nothing in the body, or not all of it, or roles of two containers;
 *   nothing is sent then
 * @see [deleteClientRoleMapping](https://github.com/keycloak/keycloak/blob/main/services/src/main/java/org/keycloak/services/resources/admin/ClientRoleMappingsResource.java)
 * @see [deleteClientScopeMapping](https://github.com/keycloak/keycloak/blob/main/services/src/main/java/org/keycloak/services/resources/admin/ScopeMappedClientResource.java)
 */
export async function removeRoles(
  { call, users, clients }: AdminApi,
  { client, adminClient, account }: Target,
  place: "mapping" | "scope",
  removed: readonly Role[],
): Promise<void> {
  const userId = userIdOf(account) ?? "";
  const roles = removed.map(({ id, name }) => ({ id, name }));
  if (roles.length === 0 || roles.some(({ id, name }) => id === "" || name === "")) {
    throw new Error("A DELETE would take other roles; nothing was sent.");
  }
  const clientUuid = clientOfRoles(removed, adminClient);
  if (place === "mapping") {
    if (userId === "") throw new Error("No service account is known; nothing was sent.");
    await call("change", () =>
      clientUuid === undefined
        ? users.delRealmRoleMappings({ id: userId, roles })
        : users.delClientRoleMappings({ id: userId, clientUniqueId: clientUuid, roles }),
    );
  } else {
    const id = client.clientUuid;
    await call("change", () =>
      clientUuid === undefined
        ? clients.delRealmScopeMappings({ id }, roles)
        : clients.delClientScopeMappings({ id, client: clientUuid }, roles),
    );
  }
}
