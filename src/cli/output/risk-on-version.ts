import { type Risk, riskOfRoles } from "../../access/model/risk.ts";
import { rolesGivenBy } from "../../access/model/roles-given-by.ts";
import type { Preset } from "../../catalog/presets/presets.ts";

/**
 * The worst consequences of a preset on a version of Keycloak.
 *
 * @param version such as `26.7.3` or `26.8`; undefined for the worst on any version
 */
export function riskOnVersion(preset: Preset, version: string | undefined): Risk | undefined {
  const { provider = "native" } = preset;
  return riskOfRoles(rolesGivenBy([preset]), { provider, version });
}
