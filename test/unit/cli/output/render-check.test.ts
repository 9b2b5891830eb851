import { expect, test } from "vitest";
import { renderCheck } from "../../../../src/cli/output/check/render-check.ts";
import type { Finding } from "../../../../src/cli/output/finding.ts";

/** A finding that no file has the cause of. */
const finding: Finding = {
  ruleId: "role-not-allowed",
  verdict: "notAllowed",
  account: { realm: "master", administers: "demo", clientId: "ops" },
  message: "manage-users",
  roles: ["manage-users"],
  because: undefined,
  place: undefined,
};

test.each([
  ["text", "NOT ALLOWED  master / ops over realm demo: manage-users\n"],
  ["github", "::error title=NOT ALLOWED::master / ops over realm demo: manage-users\n"],
  ["junit", '<testcase name="master / ops over realm demo" classname="master">'],
  ["sarif", '"locations": []'],
  ["json", '"clientId": "ops"'],
] as const)("a finding without a place is printed as %s", (format, text) => {
  const result = renderCheck({ accounts: [], findings: [finding], isLimited: true }, format);
  expect(result.exitCode).toBe(1);
  expect(result.text).toContain(text);
});
