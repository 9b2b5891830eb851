/**
 * The roles of Keycloak 26.7's `realm-management`, and those that come with each.
 *
 * @see [AdminRoles](https://github.com/keycloak/keycloak/blob/main/server-spi-private/src/main/java/org/keycloak/models/AdminRoles.java)
 * @see [RealmManager.addQueryCompositeRoles](https://github.com/keycloak/keycloak/blob/main/services/src/main/java/org/keycloak/services/managers/RealmManager.java)
 */
export const rolesBelowRealmAdmin: ReadonlyMap<string, readonly string[]> = new Map([
  ["query-users", []],
  ["query-groups", []],
  ["query-clients", []],
  ["query-realms", []],
  ["query-organizations", []],
  ["view-users", ["query-users", "query-groups"]],
  ["view-clients", ["query-clients"]],
  ["view-organizations", ["query-organizations"]],
  ["view-realm", []],
  ["view-events", []],
  ["view-identity-providers", []],
  ["view-authorization", []],
  ["manage-users", []],
  ["manage-clients", []],
  ["manage-organizations", []],
  ["manage-realm", []],
  ["manage-events", []],
  ["manage-identity-providers", []],
  ["manage-authorization", []],
  ["create-client", []],
  ["impersonation", []],
]);

/** Names that the server takes as admin roles wherever a role has them. */
export const adminRoleNames: ReadonlySet<string> = new Set([
  ...rolesBelowRealmAdmin.keys(),
  "realm-admin",
  "admin",
  "create-realm",
]);

/** What a new OpenID Connect client gets without being asked for; a service account adds one more. */
export const defaultScopeNames = ["web-origins", "acr", "roles", "profile", "basic", "email"];
export const optionalScopeNames = [
  "address",
  "phone",
  "offline_access",
  "organization",
  "microprofile-jwt",
];
export const samlScopeNames = ["saml_organization", "role_list", "AuthnContextClassRef"];
export const serviceAccountScopeName = "service_account";
