import { type MeasuredMatrix, readMeasurement } from "./measured-matrix.ts";
import type { OrganizationProvider } from "../server/organization-provider.ts";

/**
 * A server's measurement with what its provider of organizations brings: the calls of Phase Two's
 * extension are measured apart, Keycloak's own are among the server's.
 *
 * @throws TypeError where the browser can't load the script
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
