import { test as base, expect } from "@playwright/test";
import { falseLines } from "../../lab/states/report/tally.ts";
import { runStates } from "../../lab/states/run-states.ts";
import { sampleOfStates } from "../../lab/states/state/random-states.ts";
import { loadProduct } from "../../lab/states/statements/product.ts";
import { seed } from "./run/seed.ts";
import { obtainDeployment } from "./servers/ask-keeper.ts";
import { testedVersion } from "./servers/tested-version.ts";

const count = 20;

/** Each takes some seconds to make. */
const realms = 4;

// No story: the product's functions are asked what they say, and no page is opened.
base(`Statements match the server in ${count} random states (SEED=${seed})`, async () => {
  // It may be the first to need its Keycloak.
  base.setTimeout(600_000);
  const server = await obtainDeployment("usual");
  const lines: string[] = [];
  let compared = 0;
  await runStates({
    ...{
      server,
      version: testedVersion,
      name: `states-${seed}`,
      states: sampleOfStates(seed, count, realms),
    },
    products: [await loadProduct(testedVersion)],
    onResult: (_, result) => {
      lines.push(...falseLines(result));
      compared += result.compared.length;
    },
  });
  expect(lines).toEqual([]);
  expect(compared).toBeGreaterThan(10 * count);
});
