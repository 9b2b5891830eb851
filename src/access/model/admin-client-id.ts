/**
 * The client ID of the client with the admin roles of a realm. In `master` the roles of realm X are
 * on client `X-realm`, in every other realm on `realm-management`.
 *
 * @param isMaster whether the client that gets the roles is in `master`
 * @param administers the realm that the roles administer
 * @see [Dedicated realm admin consoles](https://www.keycloak.org/docs/latest/server_admin/#_per_realm_admin_permissions)
 */
export function adminClientId(isMaster: boolean, administers: string): string {
  return isMaster ? `${administers}-realm` : "realm-management";
}

/**
 * The realm whose admin roles a client has: the inverse of {@link adminClientId}.
 *
 * @param realm the realm of that client
 */
export function administeredBy(adminClient: string, realm: string): string {
  return adminClient === "realm-management" ? realm : adminClient.replace(/-realm$/, "");
}
