import { type MeasuredMatrix, readMeasurement } from "./measured-matrix.ts";
import type { OrganizationProvider } from "../server/organization-provider.ts";

/**
 * A server's measurement with the calls of its provider of organizations: those of Phase Two's
 * extension are measured separately, Keycloak's own are part of the server's measurement.
 *
 * @throws TypeError if the browser can't load the script
 */
export async function withOrganizations(
  server: MeasuredMatrix,
  provider: OrganizationProvider,
): Promise<MeasuredMatrix> {
  if (provider !== "phaseTwo") return server;
  const extension = readMeasurement((await import("./phase-two.json")).default);
  return {
    ...server,
    roles: [...new Set([...server.roles, ...extension.roles])].sort(),
    calls: [...server.calls, ...extension.calls],
    notCalled: [...server.notCalled, ...extension.notCalled],
  };
}
