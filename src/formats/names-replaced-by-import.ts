import type { Handover } from "./handover.ts";

/** What begins a placeholder. */
const placeholder = /\$[{(]/;

/**
 * The names that a reader of realm files would replace: Keycloak replaces `${…}` when it imports a realm's
 * file (as 26.7.3 was seen to do), keycloak-config-cli `$(…)`. A client of another name would get the roles.
 *
 * @see [Keycloak, using environment variables within the realm configuration files](https://www.keycloak.org/server/importExport)
 * @see [keycloak-config-cli, variable substitution](https://github.com/adorsys/keycloak-config-cli#variable-substitution)
 */
export function namesReplacedByImport(handover: Handover): readonly string[] {
  const { realm, clientId, adminClientId, adminRoles, realmRoles } = handover;
  const names = new Set([realm, clientId, adminClientId, ...adminRoles, ...realmRoles]);
  return [...names].filter((name) => placeholder.test(name));
}
