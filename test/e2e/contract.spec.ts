import { test as base } from "@playwright/test";
import { contractCases } from "../contract/contract-cases.ts";
import type { ContractServer } from "../contract/contract-server.ts";
import { createContractServer } from "./contract-server.ts";
import { obtainDeployment } from "./servers/ask-keeper.ts";
import type { DeploymentName } from "./servers/deployment.ts";

const servers = new Map<DeploymentName, ContractServer>();

/** One for all cases that a worker runs on a deployment: it signs in once in a while, not for each. */
async function serverOf(deployment: DeploymentName): Promise<ContractServer> {
  const server =
    servers.get(deployment) ?? createContractServer(await obtainDeployment(deployment));
  servers.set(deployment, server);
  return server;
}

// No story: these send requests only, and open no page.
const test = base.extend<{
  readonly deployment: DeploymentName;
  readonly contractServer: ContractServer;
}>({
  deployment: ["26.7", { option: true }],
  contractServer: [
    async ({ deployment }, use) => {
      await use(await serverOf(deployment));
    },
    // The first case on a deployment waits for its Keycloak to be obtained and started.
    { timeout: 600_000 },
  ],
});

for (const deployment of ["26.7", "26.0"] as const) {
  test.describe(`Keycloak ${deployment} answers as writers of role mappings rely on`, () => {
    test.use({ deployment });

    for (const { name, since, until, run } of contractCases) {
      if ((since ?? until ?? deployment) !== deployment) continue;
      test(name, async ({ contractServer }) => {
        await run(contractServer);
      });
    }
  });
}
