import { test as base } from "@playwright/test";
import { minorOf } from "../../tools/keycloak/minor-of.ts";
import { contractCases } from "../contract/contract-cases.ts";
import type { ContractServer } from "../contract/contract-server.ts";
import { createContractServer } from "./contract-server.ts";
import { obtainDeployment } from "./servers/ask-keeper.ts";
import type { DeploymentName } from "./servers/deployment.ts";
import { bothEnds, isSince, versionOf } from "./servers/tested-version.ts";

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
  deployment: ["usual", { option: true }],
  contractServer: [
    async ({ deployment }, use) => {
      await use(await serverOf(deployment));
    },
    // The first case on a deployment waits for its Keycloak to be obtained and started.
    { timeout: 600_000 },
  ],
});

for (const deployment of bothEnds) {
  const version = versionOf[deployment];
  test.describe(`Keycloak ${version} answers as writers of role mappings rely on`, () => {
    test.use({ deployment });

    for (const { name, since, until, except, run } of contractCases) {
      if (except?.some((minor) => minor === minorOf(version))) continue;
      if (since !== undefined && !isSince(since, version)) continue;
      if (until !== undefined && minorOf(version) !== until) continue;
      test(name, async ({ contractServer }) => {
        await run(contractServer);
      });
    }
  });
}
