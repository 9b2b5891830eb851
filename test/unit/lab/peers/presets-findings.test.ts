import { expect, test } from "vitest";
import { checkFindings, reportFindings } from "../../../../lab/peers/findings/presets-findings.ts";
import { presetsPolicy } from "../../../../lab/peers/findings/presets-policy.ts";
import { parsePolicy } from "../../../../src/cli/policy/parse-policy.ts";

const about = (name: string, rule: string) => ({
  subject: { realm: "r", kind: "client", name },
  rule,
});

test("each role that isn't allowed is a finding, and each power beside roles that isn't accepted", () => {
  const output = {
    accounts: [],
    isLimited: true,
    exceeding: [
      { realm: "r", administers: "r", clientId: "a", roles: ["manage-users", "view-realm"] },
    ],
    notNew: [{ realm: "r", clientId: "known", roles: ["realm-admin"] }],
    ended: [],
    besideRoles: [
      { realm: "r", clientId: "b", kind: "act-as-user", verdict: "notAllowed" },
      { realm: "r", clientId: "c", kind: "permissions", verdict: "accepted" },
      { realm: "r", clientId: "d", kind: "unknown-mapper", verdict: "cannotTell" },
      { kind: "rule-ended", verdict: "ended" },
    ],
  };
  expect(checkFindings(JSON.stringify(output))).toEqual([
    about("a", "manage-users"),
    about("a", "view-realm"),
    about("b", "act-as-user"),
    about("d", "unknown-mapper"),
  ]);
});

const entry = (clientId: string | null, notAllowed: string[] | null, notSeen: string[] = []) => ({
  ...{ realm: "r", clientId, notAllowed, notSeen },
});

test("a report's roles that aren't allowed are findings", () => {
  const text = JSON.stringify([
    entry("a", ["realm-admin"]),
    entry("b", []),
    entry("c", null, ["otherNames"]),
    entry(null, ["view-users"]),
  ]);
  expect(reportFindings(text)).toEqual([about("a", "realm-admin")]);
});

test.each(["realm", "account"])("a report that couldn't read a %s isn't compared", (gap) => {
  expect(() => reportFindings(JSON.stringify([entry("a", [], [gap])]))).toThrow("couldn't read r");
});

test("the policy of the cases is one that presets takes", () => {
  expect(() => parsePolicy(presetsPolicy(), "policy.yaml")).not.toThrow();
});
