import { expect, test } from "vitest";
import { callKey } from "../../../../src/catalog/calls/call-template.ts";
import { usualPairs, usualPartnerOf } from "../../../../src/catalog/calls/usual-pairs.ts";
import { loadMinor } from "../../../../src/catalog/measured/load-measurement.ts";

const calls = usualPairs.flatMap((pair) => pair.calls);

test("both calls of every pair were measured on the newest Keycloak", async () => {
  const matrix = await loadMinor("26.7");
  const known = new Set(matrix?.calls.map(callKey));
  const named = [...calls, ...usualPairs.map(({ partner }) => partner)];
  expect(named.filter((key) => !known.has(key))).toEqual([]);
});

test("a call comes together with one other, which only reads", () => {
  expect(calls.filter((key, index) => calls.indexOf(key) !== index)).toEqual([]);
  for (const { partner } of usualPairs) {
    expect(partner).toMatch(/^GET\//);
    expect(calls).not.toContain(partner);
  }
});

test("every pair names where it is said or done", () => {
  for (const { source } of usualPairs) {
    expect(source).toMatch(
      /^https:\/\/(www\.keycloak\.org\/docs|github\.com\/keycloak\/keycloak)\//,
    );
  }
});

test("the partner is found whatever the parameters are called", () => {
  const call = { method: "POST", path: "/users/{id}/role-mappings/realm" };
  expect(usualPartnerOf(call)).toEqual({ key: "GET/roles/{}", why: "roleBody" });
  expect(usualPartnerOf({ method: "GET", path: "/users" })).toBeUndefined();
});
