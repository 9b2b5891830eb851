import { realmPart } from "./as-realm-json.ts";
import type { Handover } from "./handover.ts";
import { printableYaml } from "./printable-yaml.ts";

/** Versions that the resource has a former API version for: it is `v2beta1` from 26.6 on. */
const former = /^26\.[0-5](\.|$)/;

/**
 * A name for the resource: letters, digits and hyphens, at most 63 of them.
 *
 * @see [Object names](https://kubernetes.io/docs/concepts/overview/working-with-objects/names/)
 */
function resourceName({ clientId, presetIds = [] }: Handover): string {
  const words = [clientId, ...presetIds].join("-").toLowerCase();
  const name = words.replaceAll(/[^a-z0-9]+/g, "-").slice(0, 63);
  return name.replaceAll(/^-|-$/g, "") || "service-account";
}

/**
 * A resource for the Keycloak operator, which creates a realm once and never changes an existing
 * one.
 *
 * @see [Importing a realm](https://www.keycloak.org/operator/realm-import)
 */
export function asOperatorImport(handover: Handover): string {
  const { realm, keycloak = "" } = handover;
  const resource = {
    apiVersion: `k8s.keycloak.org/${former.test(keycloak) ? "v2alpha1" : "v2beta1"}`,
    kind: "KeycloakRealmImport",
    metadata: { name: resourceName(handover) },
    spec: { keycloakCRName: "keycloak", realm: { realm, enabled: true, ...realmPart(handover) } },
  };
  return printableYaml(resource);
}
