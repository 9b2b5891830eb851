import { roleNamesIn } from "../../access/model/role-reference.ts";
import { createReachOf, type MeasuredReach } from "../../access/survey/reach-of-account.ts";
import type { Survey } from "../../access/survey/survey.ts";
import { loadMeasurement } from "../../catalog/measured/load-measurement.ts";
import type { MeasuredMatrix } from "../../catalog/measured/measured-matrix.ts";
import {
  type OrganizationProvider,
  organizationProviderOf,
} from "../../catalog/server/organization-provider.ts";
import { loadMatrix } from "./load-matrix.ts";

const measuredBy = (matrix: MeasuredMatrix): MeasuredReach => ({
  reachOf: createReachOf(matrix),
  measuredOn: matrix.version,
});

/**
 * Loads what tells how far the service accounts of files reach.
 *
 * @param minor such as `26.7`; undefined for the newest one
 * @throws CliError where no such minor was measured
 */
export async function loadReach(
  minor: string | undefined,
  provider: OrganizationProvider,
): Promise<MeasuredReach> {
  return measuredBy(await loadMatrix(minor, provider));
}

/**
 * Loads what tells how far the service accounts of a server reach, whose realms all have the same admin roles.
 *
 * @param minor such as `26.7`; undefined for the newest one whose roles the server has
 * @throws CliError where no such minor was measured
 */
export async function loadReachOnServer(
  minor: string | undefined,
  surveys: readonly Survey[],
): Promise<MeasuredReach> {
  const names = surveys.flatMap(({ roles }) => roleNamesIn("admin", [...roles.values()]));
  const offered = new Set(names);
  if (minor !== undefined) return loadReach(minor, organizationProviderOf(offered));
  return measuredBy((await loadMeasurement(undefined, offered)).matrix);
}
