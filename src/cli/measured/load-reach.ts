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

const measuredBy = (matrix: MeasuredMatrix, version?: string): MeasuredReach => ({
  reachOf: createReachOf(matrix, version),
  measuredOn: matrix.version,
});

/**
 * Loads what tells how far the service accounts of files reach.
 *
 * @param version such as `26.7.3` or `26.8`; undefined for the newest one
 * @throws CliError where its minor wasn't measured, and isn't newer than those that were
 */
export async function loadReach(
  version: string | undefined,
  provider: OrganizationProvider,
): Promise<MeasuredReach> {
  return measuredBy(await loadMatrix(version, provider), version);
}

/**
 * Loads what tells how far the service accounts of a server reach, whose realms all have the same admin roles.
 *
 * @param version such as `26.7.3` or `26.8`; undefined for the newest one whose roles the server has
 * @throws CliError where its minor wasn't measured, and isn't newer than those that were
 */
export async function loadReachOnServer(
  version: string | undefined,
  surveys: readonly Survey[],
): Promise<MeasuredReach> {
  const names = surveys.flatMap(({ roles }) => roleNamesIn("admin", [...roles.values()]));
  const offered = new Set(names);
  if (version !== undefined) return loadReach(version, organizationProviderOf(offered));
  return measuredBy((await loadMeasurement(undefined, offered)).matrix);
}
