import { once } from "node:events";
import { rm } from "node:fs/promises";
import { createServer, type ServerResponse } from "node:http";
import { type DeploymentName, deploymentNames } from "./deployment.ts";
import { makeRunFolder } from "./make-run-folder.ts";
import { type RunningDeployment, startDeployment } from "./start-deployment.ts";

/** Keeps the Keycloaks of a test run, which are shared by its workers. */
export interface Keeper {
  /** Where the workers ask for a deployment. */
  readonly address: string;
  /** Stops all Keycloaks and the keeper. */
  readonly stop: () => Promise<void>;
}

/** Starts a keeper, which starts each Keycloak when a test first asks for it. */
export async function startKeeper(jarPath: string): Promise<Keeper> {
  const folder = await makeRunFolder();
  const deployments = new Map<DeploymentName, Promise<RunningDeployment>>();

  function obtain(name: DeploymentName): Promise<RunningDeployment> {
    const known = deployments.get(name);
    if (known !== undefined) return known;
    const starting = startTimed(name, { jarPath, folder });
    deployments.set(name, starting);
    return starting;
  }

  async function answer(url: string, response: ServerResponse): Promise<void> {
    const [, path, what] = url.split("/");
    const name = deploymentNames.find((it) => it === path);
    if (name === undefined) throw new Error(`There is no deployment ${path}.`);
    const { deployment, keycloak } = await obtain(name);
    response.end(what === "log" ? keycloak.log() : JSON.stringify(deployment));
  }

  const server = createServer((request, response) => {
    answer(request.url ?? "", response).catch((error: unknown) => {
      response.writeHead(500).end(error instanceof Error ? error.message : String(error));
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return {
    address: `http://127.0.0.1:${port}`,
    stop: async () => {
      server.close();
      server.closeAllConnections();
      for (const started of await Promise.allSettled(deployments.values())) {
        if (started.status === "fulfilled") await started.value.keycloak.stop();
      }
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function startTimed(
  name: DeploymentName,
  surroundings: { readonly jarPath: string; readonly folder: string },
): Promise<RunningDeployment> {
  const begin = performance.now();
  const report = (line: string) => console.error(`[Keycloak ${name}] ${line}`);
  report("starting …");
  const running = await startDeployment(name, { ...surroundings, report });
  report(`ready after ${((performance.now() - begin) / 1000).toFixed(1)} s`);
  return running;
}
