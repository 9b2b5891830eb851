import { expect, test } from "vitest";
import { z } from "zod";
import { policySchema } from "../../../../src/cli/policy/policy-schema.ts";

test("the published JSON Schema is that of the parser; npx vitest -u writes it", async () => {
  const schema = z.toJSONSchema(policySchema, { io: "input" });
  await expect(`${JSON.stringify(schema, null, 2)}\n`).toMatchFileSnapshot(
    "../../../../docs/schema/presets.policy.schema.json",
  );
});
