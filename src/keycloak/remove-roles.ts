import type { Role } from "../access/snapshot.ts";
import type { AdminApi } from "./admin-api.ts";
import type { Target } from "./write-step.ts";

/**
 * The only function that sends DELETE of roles. Keycloak takes a DELETE of role mappings or of scope
 * mappings without a body as "all of this container": an empty list is never sent, and a role without
 * an id or a name neither. All roles are of one container.
 *
 * @throws AdminApiError when the request fails
 * @throws Error when there would be nothing in the body, or not all of it
 * @see [deleteClientRoleMapping](https://github.com/keycloak/keycloak/blob/main/services/src/main/java/org/keycloak/services/resources/admin/ClientRoleMappingsResource.java)
 * @see [deleteClientScopeMapping](https://github.com/keycloak/keycloak/blob/main/services/src/main/java/org/keycloak/services/resources/admin/ScopeMappedClientResource.java)
 */
export async function removeRoles(
  { call, users, clients }: AdminApi,
  { client, adminClient, serviceAccountUserId: userId = "" }: Target,
  place: "mapping" | "scope",
  removed: readonly Role[],
): Promise<void> {
  const roles = removed.map(({ id, name }) => ({ id, name }));
  if (roles.length === 0 || roles.some(({ id, name }) => id === "" || name === "")) {
    throw new Error("A DELETE without roles would take all of them away; nothing was sent.");
  }
  const isOfRealm = removed.some(({ container }) => container === "realm");
  const { clientUuid } = adminClient;
  if (place === "mapping") {
    await call("removeMappings", () =>
      isOfRealm
        ? users.delRealmRoleMappings({ id: userId, roles })
        : users.delClientRoleMappings({ id: userId, clientUniqueId: clientUuid, roles }),
    );
  } else {
    const id = client.clientUuid;
    await call("removeFromScope", () =>
      isOfRealm
        ? clients.delRealmScopeMappings({ id }, roles)
        : clients.delClientScopeMappings({ id, client: clientUuid }, roles),
    );
  }
}
