import { expect, test } from "vitest";
import { hasFeature } from "../../../../src/catalog/server/server-features.ts";

test.each([
  ["asksForAdminClientScope", "26.7.3", false],
  ["asksForAdminClientScope", "26.8.1", false],
  ["asksForAdminClientScope", "26.8.2", true],
  ["asksForAdminClientScope", "27.0.0", true],
  ["masksClientSecrets", "26.7.3", false],
  ["masksClientSecrets", "26.8.0", true],
  ["dpop", "26.2.5", false],
  ["dpop", "26.4.7", true],
  ["workflows", "26.5.6", false],
  ["workflows", "26.6.0", true],
  ["fineGrainedPermissions", "26.0.8", false],
  ["fineGrainedPermissions", "26.2.0", true],
  ["organizationRoles", "26.6.4", false],
  ["organizationRoles", "26.7.0", true],
  ["refusesGrants", "26.2.5", false],
  ["refusesGrants", "26.4.7", true],
  ["refusesGrants", "26.4.8", false],
  ["limitsImpersonation", "26.4.15", false],
  ["limitsImpersonation", "26.4.16", true],
  ["limitsImpersonation", "26.5.6", false],
  ["limitsImpersonation", "26.6.7", true],
  ["limitsImpersonation", "26.7.3", false],
  ["limitsImpersonation", "26.8.0", true],
] as const)("%s on %s: %s", (feature, version, expected) => {
  expect(hasFeature(feature, version)).toBe(expected);
});

test("the minor version is enough if all of its patches agree", () => {
  expect(hasFeature("workflows", "26.7")).toBe(true);
  expect(hasFeature("workflows", "26.5")).toBe(false);
  expect(hasFeature("limitsImpersonation", "26.8")).toBe(true);
});

test("if patches of a minor version differ, or no version is known, it isn't known", () => {
  expect(hasFeature("asksForAdminClientScope", "26.8")).toBeUndefined();
  expect(hasFeature("limitsImpersonation", "26.7")).toBeUndefined();
  expect(hasFeature("refusesGrants", "26.4")).toBeUndefined();
  expect(hasFeature("workflows", undefined)).toBeUndefined();
});
