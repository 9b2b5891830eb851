import type { Deployment, DeploymentName } from "./deployment.ts";

/** Where the global setup tells the test workers the keeper's address. */
export const keeperVariable = "PRESETS_TEST_KEEPER";

/** Takes a deployment, which starts when it is the first test of the run that asks for it. */
export async function obtainDeployment(name: DeploymentName): Promise<Deployment> {
  return JSON.parse(await askKeeper(name));
}

/** Everything that the Keycloak of a deployment has logged so far. */
export async function readServerLog({ name }: Deployment): Promise<string> {
  return askKeeper(`${name}/log`);
}

async function askKeeper(path: string): Promise<string> {
  const response = await fetch(`${process.env[keeperVariable]}/${path}`);
  const text = await response.text();
  if (!response.ok) throw new Error(`Keycloak ${path}: ${text}`);
  return text;
}
