import { loadMinor, measuredMinors } from "../../catalog/measured/load-measurement.ts";
import type { MeasuredMatrix } from "../../catalog/measured/measured-matrix.ts";
import { withOrganizations } from "../../catalog/measured/with-organizations.ts";
import {
  type OrganizationProvider,
  organizationProviderOf,
} from "../../catalog/server/organization-provider.ts";
import { CliError } from "../cli-error.ts";

/**
 * If Keycloak has its own roles for organizations, Phase Two's roles with the same names differ.
 */
const canHave = (provider: OrganizationProvider, { roles }: MeasuredMatrix) =>
  provider !== "phaseTwo" || organizationProviderOf(new Set(roles)) !== "native";

/**
 * The measurements of a minor version of Keycloak, with the calls of the provider of organizations.
 *
 * @param minor such as `26.7`; undefined for the newest that supports this provider
 * @throws CliError if this minor version wasn't measured
 */
export async function loadMatrix(
  minor: string | undefined,
  provider: OrganizationProvider,
): Promise<MeasuredMatrix> {
  for (const candidate of minor === undefined ? measuredMinors : [minor]) {
    const matrix = await loadMinor(candidate);
    if (matrix !== undefined && (minor !== undefined || canHave(provider, matrix))) {
      return withOrganizations(matrix, provider);
    }
  }
  throw new CliError(`Only Keycloak ${measuredMinors.join(", ")} was measured.`);
}
