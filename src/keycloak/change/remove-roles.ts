import { userIdOf } from "../../access/model/account.ts";
import type { Role, Snapshot } from "../../access/model/snapshot.ts";
import type { AdminApi } from "../api/admin-api.ts";

/** What a step is written to. */
export type Target = Pick<Snapshot, "client" | "adminClient" | "account">;

/**
 * The only function that sends DELETE of roles. Keycloak takes a DELETE of role mappings or of scope
 * mappings without a body as "all of this container": an empty list is never sent, and a role without
 * an id or a name neither. All roles are of one container.
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
  const isOfRealm = removed[0]?.container === "realm";
  const isMixed = removed.some(({ container }) => (container === "realm") !== isOfRealm);
  if (roles.length === 0 || isMixed || roles.some(({ id, name }) => id === "" || name === "")) {
    throw new Error("A DELETE would take other roles; nothing was sent.");
  }
  const { clientUuid } = adminClient;
  if (place === "mapping") {
    if (userId === "") throw new Error("No service account is known; nothing was sent.");
    await call("change", () =>
      isOfRealm
        ? users.delRealmRoleMappings({ id: userId, roles })
        : users.delClientRoleMappings({ id: userId, clientUniqueId: clientUuid, roles }),
    );
  } else {
    const id = client.clientUuid;
    await call("change", () =>
      isOfRealm
        ? clients.delRealmScopeMappings({ id }, roles)
        : clients.delClientScopeMappings({ id, client: clientUuid }, roles),
    );
  }
}
