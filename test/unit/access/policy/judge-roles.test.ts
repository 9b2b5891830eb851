import { expect, test } from "vitest";
import { powersIn } from "../../../../src/access/model/admin-powers.ts";
import { acceptsPower } from "../../../../src/access/policy/accepts-power.ts";
import { judgeRoles } from "../../../../src/access/policy/judge-roles.ts";
import type { Permission, Policy } from "../../../../src/access/policy/policy.ts";
import type { RoleReference } from "../../../../src/catalog/presets/presets.ts";

const today = "2026-11-30";
const subject = { realm: "demo", administers: "demo", clientId: "billing" };
const own = { realm: "demo", client: "billing", reason: "Its job" };

const admin = (...names: readonly string[]): readonly RoleReference[] =>
  names.map((name) => ({ container: "admin", name }));

const judge = (policy: Policy, held: readonly RoleReference[], about: object = {}) =>
  judgeRoles(policy, { ...subject, ...about }, held, today);

const allowing = (...rules: readonly Partial<Permission>[]): Policy => ({
  allow: rules.map((rule) => ({ ...own, ...rule })),
});

const names = (verdict: ReturnType<typeof judge>) => verdict.beyond.map(({ name }) => name);

test("a composite role is allowed with all that it ships with, and with nothing else", () => {
  const policy = allowing({ roles: ["view-users"] });
  expect(names(judge(policy, admin("view-users", "query-users", "query-groups")))).toEqual([]);
  expect(names(judge(policy, admin("view-users", "view-clients")))).toEqual(["view-clients"]);
});

test("several rules of a client allow what they allow together", () => {
  const policy = allowing({ presets: ["user-lookup"] }, { roles: ["view-events"] });
  expect(judge(policy, admin("view-users", "view-events")).denial).toBeUndefined();
});

test("a rule counts for the client's own realm unless it says otherwise", () => {
  const master = { realm: "master", roles: ["view-events"] };
  const over = { realm: "master", administers: "shop" };
  const held = admin("view-events");
  expect(judge(allowing(master), held, over).denial).toEqual({ kind: "notListed" });
  expect(judge(allowing({ ...master, administers: "shop" }), held, over).denial).toBeUndefined();
  const everywhere = allowing({ ...master, administersEveryRealm: true });
  expect(judge(everywhere, held, over).denial).toBeUndefined();
});

test("an expired rule is given as the reason if nothing else was missing", () => {
  const policy = allowing({ roles: ["view-events"], until: "2026-11-29" });
  const ended = { kind: "ended", reason: "Its job", until: "2026-11-29" };
  expect(judge(policy, admin("view-events")).denial).toEqual(ended);
  expect(judge(policy, admin("view-events", "view-users")).denial).toEqual({ kind: "notListed" });
});

test("forbidding any role forbids admin of master, which includes it", () => {
  const everything: RoleReference = { container: "realm", name: "admin" };
  const about = { realm: "master", administers: "master" };
  const policy: Policy = {
    allow: [{ everyRealm: true, everyClient: true, roles: ["admin"], reason: "x" }],
    forbid: [{ everyRealm: true, everyClient: true, roles: ["manage-users"], reason: "By hand" }],
  };
  expect(judge(policy, [everything], about).denial).toEqual({
    kind: "forbidden",
    reason: "By hand",
  });
  expect(judge({ allow: policy.allow }, [everything], about).denial).toBeUndefined();
  expect([...powersIn(new Set(["realm:admin", "admin:manage-users"]))]).toEqual(["realm:admin"]);
});

test("presets use the roles of the policy's provider", () => {
  const policy = allowing({ presets: ["organization-onboarding"] });
  const held = admin("view-organizations", "manage-organizations");
  expect(names(judge(policy, held))).toEqual(["view-organizations"]);
  expect(names(judge({ ...policy, organizations: "phaseTwo" }, held))).toEqual([]);
});

test("access beside roles is accepted for the rule's client until the rule expires", () => {
  const rule: Permission = { ...own, accept: ["permissions"], until: today };
  const power = { realm: "demo", clientId: "billing", kind: "permissions" } as const;
  expect(acceptsPower([rule], power, today)).toBe(true);
  expect(acceptsPower([rule], power, "2026-12-01")).toBe(false);
  expect(acceptsPower([rule], { ...power, clientId: "Billing" }, today)).toBe(false);
  expect(acceptsPower([rule], { ...power, kind: "act-as-user" }, today)).toBe(false);
});
