import { test as base } from "@playwright/test";
import { minorOf } from "../../src/catalog/server/minor-of.ts";
import { contractCases } from "../contract/contract-cases.ts";
import type { ContractServer } from "../contract/contract-server.ts";
import { obtainDeployment } from "./servers/ask-keeper.ts";
import { createContractServer } from "./servers/contract-server.ts";
import { isSince, testedVersion } from "./servers/tested-version.ts";

let server: ContractServer | undefined;

// No story: these send requests only, and open no page.
const test = base.extend<{ readonly contractServer: ContractServer }>({
  contractServer: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from it what a fixture asks for.
    async ({}, use) => {
      // One for all cases that a worker runs: it signs in once in a while, not for each.
      server ??= createContractServer(await obtainDeployment("usual"));
      await use(server);
    },
    // The first case waits for its Keycloak to be obtained and started.
    { timeout: 600_000 },
  ],
});

test.describe(`Keycloak ${testedVersion} answers as writers of role mappings rely on`, () => {
  for (const { name, since, until, except, run } of contractCases) {
    if (except?.some((minor) => minor === minorOf(testedVersion))) continue;
    if (since !== undefined && !isSince(since)) continue;
    if (until !== undefined && minorOf(testedVersion) !== until) continue;
    test(name, async ({ contractServer }) => {
      await run(contractServer);
    });
  }
});
