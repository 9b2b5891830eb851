import { test as base, expect } from "@playwright/test";
import { allFaultCases } from "../faults/fault-cases.ts";
import { openHost } from "../faults/host.ts";
import { type FaultsRealms, makeFaultsRealms, runCase } from "../faults/run-case.ts";
import { chooseAny, seed } from "./run/seed.ts";
import { obtainDeployment } from "./servers/ask-keeper.ts";
import { testedVersion } from "./servers/tested-version.ts";

// No story: these send requests through a gate that breaks some, and open no page.
const test = base.extend<object, { readonly realms: FaultsRealms }>({
  realms: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures from this pattern.
    async ({}, use) => {
      await using host = await openHost(await obtainDeployment("usual"));
      await using realms = await makeFaultsRealms(host);
      await use(realms);
    },
    // The first case waits for its Keycloak to be obtained and started.
    { scope: "worker", timeout: 600_000 },
  ],
});

const cases = allFaultCases(testedVersion).filter(({ isSlow }) => !isSlow);

test.describe(`Whatever breaks, nothing is lost (SEED=${seed})`, () => {
  for (const faultCase of chooseAny(cases, 20)) {
    test(faultCase.name, async ({ realms }) => {
      expect(await runCase(realms, faultCase)).toEqual([]);
    });
  }
});
