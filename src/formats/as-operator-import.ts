import { realmPart } from "./as-realm-json.ts";
import type { Handover } from "./handover.ts";
import { printableYaml } from "./printable-yaml.ts";

/**
 * A resource for the Keycloak operator, which creates a realm once and never changes an existing
 * one.
 *
 * @see [Importing a realm](https://www.keycloak.org/operator/realm-import)
 */
export function asOperatorImport(handover: Handover): string {
  const { realm } = handover;
  const resource = {
    apiVersion: "k8s.keycloak.org/v2alpha1",
    kind: "KeycloakRealmImport",
    metadata: { name: "service-account-presets" },
    spec: { keycloakCRName: "keycloak", realm: { realm, enabled: true, ...realmPart(handover) } },
  };
  return printableYaml(resource);
}
