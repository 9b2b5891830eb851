import { join } from "node:path";
import { hasFeature } from "../../../src/catalog/server/server-features.ts";
import { freePort } from "../../../tools/keycloak/free-port.ts";
import { obtainKeycloak } from "../../../tools/keycloak/obtain-keycloak.ts";
import { type RunningKeycloak, startKeycloak } from "../../../tools/keycloak/start-keycloak.ts";
import { oldestVersion } from "../../../tools/keycloak/supported-versions.ts";
import { createAdminApi } from "../realm/admin-api.ts";
import type { Deployment, DeploymentName } from "./deployment.ts";
import { makeKeyStore } from "./make-key-store.ts";
import { readResources } from "./read-resources.ts";
import { consoleHost, loginHost } from "./split-hosts.ts";
import { testedVersion } from "./tested-version.ts";
import { toDeployment } from "./to-deployment.ts";

/** Workflows are run every 12 hours otherwise, first that long after the start. */
const runsWorkflowsOften =
  "--spi-events-listener--workflow-event-listener--step-runner-task-interval=3s";

/** A deployment together with the Keycloak that serves it. */
export interface RunningDeployment {
  readonly deployment: Deployment;
  readonly keycloak: RunningKeycloak;
}

/** What every deployment of a test run is started with. */
export interface DeploymentSurroundings {
  readonly jarPath: string;
  /** A folder of this run alone. */
  readonly folder: string;
  readonly report: (line: string) => void;
}

/** Starts a Keycloak with the built JAR and selects its theme in `master`. */
export async function startDeployment(
  name: DeploymentName,
  surroundings: DeploymentSurroundings,
): Promise<RunningDeployment> {
  const running = await starters[name](surroundings);
  try {
    const api = createAdminApi(running.deployment);
    await api.put("/admin/realms/master", { adminTheme: "service-account-presets" });
    await readResources(running.deployment.apiUrl);
    return running;
  } catch (error) {
    await running.keycloak.stop();
    throw error;
  }
}

const starters: Readonly<
  Record<DeploymentName, (surroundings: DeploymentSurroundings) => Promise<RunningDeployment>>
> = {
  usual: (surroundings) => startOnOneAddress("usual", testedVersion, surroundings),
  oldest: (surroundings) => startOnOneAddress("oldest", oldestVersion, surroundings),
  split: startOnSplitHosts,
};

async function startOnOneAddress(
  name: DeploymentName,
  version: string,
  { jarPath, folder, report }: DeploymentSurroundings,
): Promise<RunningDeployment> {
  const keycloak = await startKeycloak({
    home: await obtainKeycloak({ version, report }),
    directory: join(folder, name),
    providers: [jarPath],
    options: hasFeature("workflows", version) ? [runsWorkflowsOften] : [],
  });
  const { baseUrl } = keycloak;
  return { keycloak, deployment: toDeployment(name, keycloak, baseUrl, baseUrl, baseUrl) };
}

async function startOnSplitHosts({
  jarPath,
  folder,
  report,
}: DeploymentSurroundings): Promise<RunningDeployment> {
  const keyStore = await makeKeyStore(folder);
  const httpPort = await freePort();
  const httpsPort = await freePort();
  const loginUrl = `https://${loginHost}:${httpsPort}/kc`;
  const consoleUrl = `https://${consoleHost}:${httpsPort}/kc`;
  const apiUrl = `http://localhost:${httpPort}/kc`;
  const keycloak = await startKeycloak({
    home: await obtainKeycloak({ version: testedVersion, report }),
    directory: join(folder, "split"),
    providers: [jarPath],
    httpPort,
    baseUrl: apiUrl,
    // The production command, as such a deployment would be run: it caches what it serves.
    command: "start",
    options: [
      `--hostname=${loginUrl}`,
      `--hostname-admin=${consoleUrl}`,
      "--http-relative-path=/kc",
      "--http-enabled=true",
      `--https-port=${httpsPort}`,
      `--https-key-store-file=${keyStore.file}`,
      `--https-key-store-password=${keyStore.password}`,
    ],
  });
  return { keycloak, deployment: toDeployment("split", keycloak, consoleUrl, loginUrl, apiUrl) };
}
