import { loadMinor, measuredMinors } from "../../catalog/measured/load-measurement.ts";
import type { MeasuredMatrix } from "../../catalog/measured/measured-matrix.ts";
import { withOrganizations } from "../../catalog/measured/with-organizations.ts";
import { isOfNewerMinor } from "../../catalog/server/is-of-newer-minor.ts";
import { minorOf } from "../../catalog/server/minor-of.ts";
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
 * The measured minor for a version: its own, or the newest for a version that came after it.
 *
 * @param version such as `26.7.3` or `26.8`
 * @throws CliError if an older minor than the newest wasn't measured
 */
export function measuredMinorFor(version: string): string {
  const minor = minorOf(version);
  const [newest = minor] = measuredMinors;
  if (measuredMinors.includes(minor)) return minor;
  if (isOfNewerMinor(minor, newest)) return newest;
  throw new CliError(`Only Keycloak ${measuredMinors.join(", ")} was measured.`);
}

/**
 * The measurements of a minor version of Keycloak, with the calls of the provider of organizations.
 *
 * @param version such as `26.7.3`, or `26.8`, for which the newest measurements count; undefined for the
 * newest that supports this provider
 * @throws CliError if this minor version wasn't measured
 */
export async function loadMatrix(
  version: string | undefined,
  provider: OrganizationProvider,
): Promise<MeasuredMatrix> {
  const minor = version === undefined ? undefined : measuredMinorFor(version);
  for (const candidate of minor === undefined ? measuredMinors : [minor]) {
    const matrix = await loadMinor(candidate);
    if (matrix !== undefined && (minor !== undefined || canHave(provider, matrix))) {
      return withOrganizations(matrix, provider);
    }
  }
  throw new CliError(`Only Keycloak ${measuredMinors.join(", ")} was measured.`);
}
