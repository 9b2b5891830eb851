import type { RunningKeycloak } from "../../../tools/keycloak/start-keycloak.ts";
import type { Deployment } from "./deployment.ts";

/** A running Keycloak as stories see it. */
export function toDeployment(
  name: Deployment["name"],
  { adminUsername, adminPassword }: Pick<RunningKeycloak, "adminUsername" | "adminPassword">,
  consoleUrl: string,
  loginUrl: string,
  apiUrl: string,
): Deployment {
  return { name, consoleUrl, loginUrl, apiUrl, adminUsername, adminPassword };
}
