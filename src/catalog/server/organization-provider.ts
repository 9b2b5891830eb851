/**
 * A realm's provider of organizations: Keycloak with roles for them, Phase Two's extension, or none
 * with roles.
 */
export type OrganizationProvider = "native" | "phaseTwo" | "none";

/**
 * Identifies the provider by the names of a server's admin roles: query-organizations is Keycloak's
 * own, from 26.7 on; create-organization is the extension's.
 *
 * @see [Keycloak Organizations by Phase Two](https://github.com/p2-inc/keycloak-orgs)
 */
export function organizationProviderOf(roles: ReadonlySet<string>): OrganizationProvider {
  if (roles.has("query-organizations")) return "native";
  return roles.has("create-organization") ? "phaseTwo" : "none";
}
