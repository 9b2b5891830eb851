import { test } from "vitest";
import { contractCases } from "../../contract/contract-cases.ts";
import { createContractServer } from "./create-contract-server.ts";

test.each(contractCases.filter(({ until }) => until === undefined))(
  "in memory, as on a real Keycloak: $name",
  async ({ run }) => {
    await run(createContractServer());
  },
);
