import type { Handover } from "./handover.ts";

/** The start of a placeholder. */
const placeholder = /\$[{(]/;

/**
 * The names that an import would replace: Keycloak replaces `${…}` when it imports a realm file
 * (seen with 26.7.3), keycloak-config-cli `$(…)`. A client with another name would get the roles.
 *
 * @see [Keycloak, using environment variables within the realm configuration files](https://www.keycloak.org/server/importExport)
 * @see [keycloak-config-cli, variable substitution](https://github.com/adorsys/keycloak-config-cli#variable-substitution)
 */
export function namesReplacedByImport(handover: Handover): readonly string[] {
  const { realm, clientId, adminClientId, adminRoles, realmRoles } = handover;
  const names = new Set([realm, clientId, adminClientId, ...adminRoles, ...realmRoles]);
  return [...names].filter((name) => placeholder.test(name));
}
