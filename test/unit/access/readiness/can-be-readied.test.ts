import { expect, test } from "vitest";
import { canBeReadied } from "../../../../src/access/readiness/can-be-readied.ts";

const ready = { fullScopeAllowed: false, adminClientScope: "default" } as const;

test.each([
  ["full scope is on", { fullScopeAllowed: true, adminClientScope: "none" }, false, true],
  ["the realm has no such client scope yet", { adminClientScope: "none" }, false, false],
  ["the realm has the client scope that it lacks", { adminClientScope: "none" }, true, true],
  ["it has the client scope on request only", { adminClientScope: "optional" }, true, true],
  ["its client scopes aren't known", { adminClientScope: undefined }, true, false],
  ["it has all", {}, true, false],
] as const)("whether something can be done now, where %s", (_, facts, hasClientScope, can) => {
  expect(canBeReadied({ ...ready, ...facts }, hasClientScope)).toBe(can);
});
