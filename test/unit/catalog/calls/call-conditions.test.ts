import { expect, test } from "vitest";
import { conditionOf } from "../../../../src/catalog/calls/call-conditions.ts";
import { loadMinor } from "../../../../src/catalog/measured/load-measurement.ts";

test("a call whose row hides a condition says it, and others don't", async () => {
  const matrix = await loadMinor("26.7");
  const said = matrix?.calls.filter((call) => conditionOf(call) !== undefined);
  // Each is a measured call: none of the keys is mistyped.
  expect(said).toHaveLength(14);
  expect(conditionOf({ method: "PUT", path: "/roles-by-id/{role-id}" })).toContain(
    "manage-clients",
  );
  expect(conditionOf({ method: "GET", path: "/users" })).toBeUndefined();
});
