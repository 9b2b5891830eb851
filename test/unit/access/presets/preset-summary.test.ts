import { expect, test } from "vitest";
import { type Role, roleKey } from "../../../../src/access/model/snapshot.ts";
import { makePlan } from "../../../../src/access/plan/make-plan.ts";
import { needsConfirmation } from "../../../../src/access/plan/needs-confirmation.ts";
import { presetStates } from "../../../../src/access/presets/preset-state.ts";
import { summaryOf } from "../../../../src/access/presets/preset-summary.ts";
import { type Preset, presets } from "../../../../src/catalog/presets/presets.ts";
import { makeSnapshot } from "../make-snapshot.ts";

const summarize = (mapped: readonly string[]) => {
  const snapshot = makeSnapshot({ mapped });
  return summaryOf(snapshot, presetStates(snapshot));
};

test("names the widest applied presets and the roles beside them", () => {
  const { presets: named, looseRoles } = summarize(["view-users", "view-realm", "__proto__"]);
  expect(named.map(({ id }) => id)).toEqual(["access-review"]);
  expect(looseRoles.map(({ name }) => name)).toEqual(["__proto__"]);
});

test("distinguishes assigned roles from included ones", () => {
  const { effectiveRoles } = summarize(["view-users"]);
  expect(effectiveRoles.map(({ role, isMapped }) => [role.name, isMapped])).toEqual([
    ["query-groups", false],
    ["query-users", false],
    ["view-users", true],
  ]);
});

test("the worst consequences are listed, and realm admin on its own", () => {
  const ids = (mapped: readonly string[]) =>
    summarize(mapped).risk?.consequences.map(({ id }) => id);
  expect(ids(["view-users", "manage-realm"])).toEqual(["becomesRealmAdmin"]);
  expect(ids(["manage-clients"])).toEqual([
    "becomesAdminByClient",
    "readsClientSecrets",
    "becomesAnyClient",
  ]);
  expect(ids(["manage-organizations", "view-users"])).toEqual([
    "changesOrganizations",
    "readsPersonalData",
  ]);
  expect(ids([])).toBeUndefined();
});

test("exactly the presets that take over accounts, read secrets, erase the audit trail or lead to realm admin ask first", () => {
  const snapshot = makeSnapshot();
  const planFor = (preset: Preset) =>
    makePlan({ mode: "add", presets: [preset] }, snapshot, presetStates(snapshot));
  const asking = presets.filter((preset) => needsConfirmation(planFor(preset)));
  expect(asking.map(({ id }) => id)).toEqual([
    "user-management",
    "user-management-with-realm-roles",
    "access-review-with-client-roles",
    "support-impersonation",
    "organization-membership",
    "organization-single-sign-on",
    "tenant-onboarding",
    "client-and-secret-reader",
    "client-registration",
    "client-management",
    "identity-provider-management",
    "realm-configuration",
    "realm-as-code",
    "realm-export",
    "full-administration",
    "event-reader",
    "event-reader-with-user-names",
    "event-administration",
  ]);
});

test("a preset with denied calls is still assigned", () => {
  const outOfScope = makeSnapshot({ mapped: ["view-events"], inScope: [] });
  expect(summaryOf(outOfScope, presetStates(outOfScope)).presets.map(({ id }) => id)).toEqual([
    "event-reader",
  ]);
  const lacking = {
    ...makeSnapshot({ mapped: ["view-events"] }),
    adminClientScope: { id: "scope-id", name: "kc-admin-api" },
  };
  expect(summaryOf(lacking, presetStates(lacking)).presets.map(({ id }) => id)).toEqual([
    "event-reader",
  ]);
});

test("in master only realm roles with admin access count", () => {
  const realmRole = (name: string): Role => ({ container: "realm", name, id: `id of ${name}` });
  const roles = ["create-realm", "offline_access"].map(realmRole);
  const snapshot = makeSnapshot({ mapped: ["view-events"] });
  const inMaster = {
    ...snapshot,
    isMaster: true,
    roles: new Map([...snapshot.roles, ...roles.map((role) => [roleKey(role), role] as const)]),
    mapped: new Set([...snapshot.mapped, ...roles.map(roleKey)]),
    effective: new Set([...snapshot.effective, ...roles.map(roleKey)]),
  };
  const { effectiveRoles, presets: named } = summaryOf(inMaster, presetStates(inMaster));
  expect(effectiveRoles.map(({ role, isMapped }) => [role.container, role.name, isMapped])).toEqual(
    [
      ["realm", "create-realm", true],
      ["admin", "view-events", true],
    ],
  );
  expect(named.map(({ id }) => id)).toEqual(["realm-creation", "event-reader"]);
});

test("an account without roles has no preset, no role and no risk", () => {
  expect(summarize([])).toEqual({
    presets: [],
    looseRoles: [],
    effectiveRoles: [],
    risk: undefined,
  });
});
