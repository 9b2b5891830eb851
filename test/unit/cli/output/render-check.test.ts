import { expect, test } from "vitest";
import { renderCheck } from "../../../../src/cli/output/check/render-check.ts";
import type { Finding } from "../../../../src/cli/output/finding.ts";
import { measuredReach } from "../../access/measured-reach.ts";

const measured = await measuredReach();

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

const ended: Finding = {
  ...finding,
  ruleId: "rule-ended",
  verdict: "ended",
  account: undefined,
  message: "demo / ops: ended on 2020-12-31: its job",
  place: { file: "policy.yaml", line: 4 },
};

test.each([
  ["text", "ENDED  policy.yaml:4: demo / ops: ended on 2020-12-31: its job\n"],
  ["github", "::error file=policy.yaml,line=4,title=ENDED::demo / ops: ended on"],
  ["junit", '<testcase name="expired rules" classname="policy" file="policy.yaml" line="4">'],
  ["sarif", '"ruleId": "rule-ended"'],
  ["json", '"policy.yaml:4: demo / ops: ended on 2020-12-31: its job"'],
] as const)("a rule that has ended fails, and has its line as %s", (format, text) => {
  const result = renderCheck(
    { accounts: [], findings: [ended], isLimited: true, measured },
    format,
  );
  expect(result.exitCode).toBe(1);
  expect(result.text).toContain(text);
});

test.each([
  ["text", "not new  master / ops for realm demo: manage-users\n"],
  ["github", "::notice title=not new::"],
  ["junit", "<system-out>not new: manage-users</system-out>"],
  ["sarif", '"baselineState": "unchanged"'],
  ["json", '"notNew": [\n    {'],
] as const)("what is not new passes as %s", (format, text) => {
  const known: Finding = { ...finding, verdict: "known" };
  const result = renderCheck(
    { accounts: [], findings: [known], isLimited: true, measured },
    format,
  );
  expect(result.exitCode).toBe(0);
  expect(result.text).toContain(text);
});

test.each([
  ["text", "NOT ALLOWED  master / ops for realm demo: manage-users\n"],
  ["github", "::error title=NOT ALLOWED::master / ops for realm demo: manage-users\n"],
  ["junit", '<testcase name="master / ops for realm demo" classname="master">'],
  ["sarif", '"locations": []'],
  ["json", '"clientId": "ops"'],
] as const)("a finding without a place is printed as %s", (format, text) => {
  const result = renderCheck(
    { accounts: [], findings: [finding], isLimited: true, measured },
    format,
  );
  expect(result.exitCode).toBe(1);
  expect(result.text).toContain(text);
});
