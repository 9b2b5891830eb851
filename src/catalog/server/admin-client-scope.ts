/**
 * The client scope that the Admin API requires from Keycloak 26.8.2 on.
 *
 * @see [Migrating to 26.8.2](https://www.keycloak.org/docs/26.8.2/upgrading/)
 */
export const adminClientScopeName = "kc-admin-api";
