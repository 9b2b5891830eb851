import { expect, test } from "vitest";
import type { Grant } from "../../../../src/access/model/grant.ts";
import { needsConfirmation } from "../../../../src/access/plan/needs-confirmation.ts";
import { emptyPlan, isWhole, type Plan } from "../../../../src/access/plan/plan.ts";
import type { Preset } from "../../../../src/catalog/presets/presets.ts";

const preset = (...roles: readonly string[]): Preset => ({
  id: "user-lookup",
  group: "users",
  roles: roles.map((name) => ({ container: "admin", name })),
});
const mapping: Grant = {
  place: "mapping",
  role: { container: "admin", name: "view-users", id: "id" },
};
const clientScope: Grant = {
  place: "clientScope",
  clientScope: { id: "id", name: "kc-admin-api" },
  wasOptional: false,
};
const scope: Grant = { ...mapping, place: "scope" };
const plan = (some: Partial<Plan>): Plan => ({ ...emptyPlan, ...some });
const adding = (...add: readonly Grant[]) => plan({ change: { add, remove: [] } });

test("giving roles and letting them through is one click", () => {
  expect(needsConfirmation(emptyPlan)).toBe(false);
  expect(needsConfirmation(adding(mapping, scope))).toBe(false);
  const goal = { mode: "add", presets: [preset("view-users"), preset("not known")] } as const;
  expect(needsConfirmation(plan({ goal }))).toBe(false);
});

test("giving critical access needs confirmation, removing it does not", () => {
  const presets = [preset("view-users"), preset("query-users", "manage-realm")];
  expect(needsConfirmation(plan({ goal: { mode: "add", presets } }))).toBe(true);
  expect(needsConfirmation(plan({ goal: { mode: "exact", presets } }))).toBe(true);
  expect(needsConfirmation(plan({ goal: { mode: "remove", presets } }))).toBe(false);
});

test("a plan that removes something or changes settings of the client needs confirmation", () => {
  expect(needsConfirmation(plan({ change: { add: [], remove: [mapping] } }))).toBe(true);
  expect(needsConfirmation(adding(mapping, { place: "account", wasPublic: false }))).toBe(true);
  expect(needsConfirmation(adding(mapping, clientScope))).toBe(true);
});

test("a plan that leaves calls denied is looked at first", () => {
  expect(needsConfirmation(plan({ blocked: [scope] }))).toBe(true);
});

test("a plan is whole unless a role is refused or not on the server, or the account can't be made", () => {
  const role = mapping.role;
  const leaving = (...whys: readonly ("mapped" | "notGrantable" | "notOnServer")[]) =>
    plan({ untouched: whys.map((why) => ({ role, why })) });
  expect(isWhole(emptyPlan)).toBe(true);
  expect(isWhole(leaving("mapped"))).toBe(true);
  expect(isWhole(leaving("mapped", "notGrantable"))).toBe(false);
  expect(isWhole(leaving("notOnServer", "mapped"))).toBe(false);
  expect(isWhole(plan({ blocked: [scope, clientScope] }))).toBe(true);
  expect(isWhole(plan({ blocked: [scope, { place: "account", wasPublic: false }] }))).toBe(false);
});

test("a plan for settings only has no role changes", () => {
  expect(emptyPlan).toEqual({
    goal: { mode: "add", presets: [] },
    change: { add: [], remove: [] },
    untouched: [],
    blocked: [],
    alsoEnds: [],
    extras: [],
    returning: [],
  });
});
