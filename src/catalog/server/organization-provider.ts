/** Who gives a realm its organizations: Keycloak with roles for them, Phase Two's extension, or nobody with a role. */
export type OrganizationProvider = "native" | "phaseTwo" | "none";

/**
 * Tells the provider by the names of the admin roles that a server offers: query-organizations is
 * Keycloak's own, from 26.7 on; create-organization is the extension's.
 *
 * @see [Keycloak Organizations by Phase Two](https://github.com/p2-inc/keycloak-orgs)
 */
export function organizationProviderOf(roles: ReadonlySet<string>): OrganizationProvider {
  if (roles.has("query-organizations")) return "native";
  return roles.has("create-organization") ? "phaseTwo" : "none";
}
