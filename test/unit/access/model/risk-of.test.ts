import { expect, test } from "vitest";
import { riskOf } from "../../../../src/access/model/risk-of.ts";
import { type PresetId, presets } from "../../../../src/catalog/presets/presets.ts";

const chosen = (...ids: readonly PresetId[]) => presets.filter(({ id }) => ids.includes(id));

test("the risk of presets is the worst of what they give together", () => {
  expect(riskOf()).toBeUndefined();
  expect(riskOf(...chosen("user-lookup"))?.level).toBe("medium");
  const both = riskOf(...chosen("user-lookup", "event-administration"));
  expect(both?.consequences.map(({ id }) => id)).toEqual(["erasesAuditTrail"]);
});
