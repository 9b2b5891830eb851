import { test as base } from "@playwright/test";
import { contractCases } from "../contract/contract-cases.ts";
import { createContractServer } from "./contract-server.ts";
import { obtainDeployment } from "./servers/ask-keeper.ts";
import type { Deployment, DeploymentName } from "./servers/deployment.ts";

// No story: these send requests only, and open no page.
const test = base.extend<{ readonly deployment: DeploymentName; readonly server: Deployment }>({
  deployment: ["26.7", { option: true }],
  server: [
    async ({ deployment }, use) => {
      await use(await obtainDeployment(deployment));
    },
    // The first case on a deployment waits for its Keycloak to be obtained and started.
    { timeout: 600_000 },
  ],
});

for (const deployment of ["26.7", "26.0"] as const) {
  test.describe(`Keycloak ${deployment} answers as writers of role mappings rely on`, () => {
    test.use({ deployment });

    for (const { name, since, run } of contractCases) {
      if (since !== undefined && deployment === "26.0") continue;
      test(name, async ({ server }) => {
        await run(createContractServer(server));
      });
    }
  });
}
