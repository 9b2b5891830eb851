import fc from "fast-check";
import { expect, test } from "vitest";
import {
  type Change,
  grantKey,
  hasGrant,
  nameOfGrant,
} from "../../../../src/access/model/grant.ts";
import {
  type Role,
  type RoleContent,
  roleKey,
  type Snapshot,
} from "../../../../src/access/model/snapshot.ts";
import { keptIn } from "../../../../src/access/plan/kept-in.ts";
import { makePlan } from "../../../../src/access/plan/make-plan.ts";
import {
  givesCriticalPower,
  needsConfirmation,
} from "../../../../src/access/plan/needs-confirmation.ts";
import { emptyPlan, isWhole, type Mode, modes } from "../../../../src/access/plan/plan.ts";
import { remainingChange } from "../../../../src/access/plan/remaining-change.ts";
import { snapshotAfter } from "../../../../src/access/plan/snapshot-after.ts";
import { planUndo } from "../../../../src/access/plan/undo.ts";
import { isIncludedIn, presetStates } from "../../../../src/access/presets/preset-state.ts";
import { type Preset, presets } from "../../../../src/catalog/presets/presets.ts";
import { adminRoles } from "../../../../src/catalog/roles/admin-roles.ts";
import { makeSnapshot, withoutAccount } from "../make-snapshot.ts";

const presetOf = (id: string): Preset => {
  const preset = presets.find((candidate) => candidate.id === id);
  if (preset === undefined) throw new Error(`There is no preset ${id}.`);
  return preset;
};

const planFor = (mode: Mode, ids: readonly string[], snapshot: Snapshot) =>
  makePlan({ mode, presets: ids.map(presetOf) }, snapshot, presetStates(snapshot));

const keysOf = ({ add, remove }: Change) => ({
  add: add.map(grantKey).sort(),
  remove: remove.map(grantKey).sort(),
});

const mapping = (...names: string[]) => names.map((name) => `mapping:admin:${name}`);

const hostile = ["__proto__", "..", "a/b", "constructor", "realm:x", "\u0000", "\u202e", ""];
const someRoles = fc.subarray([...adminRoles.keys(), ...hostile]);
const anyPresets = fc.subarray(
  presets.filter(({ onlyIn }) => onlyIn === undefined),
  { minLength: 1, maxLength: 3 },
);
const anyGoal = fc.record({ mode: fc.constantFrom(...modes), presets: anyPresets });
const anySnapshot = fc
  .record({
    mapped: someRoles,
    heldOtherwise: someRoles,
    inScope: fc.option(someRoles, { nil: undefined }),
    isManageable: fc.boolean(),
  })
  .map(({ inScope, isManageable, ...held }) =>
    makeSnapshot({
      ...held,
      client: { isManageable },
      ...(inScope === undefined ? {} : { inScope }),
    }),
  );

test("Apply adds what is missing of the preset, and nothing that is in effect already", () => {
  const plan = planFor("add", ["access-review"], makeSnapshot({ mapped: ["view-users"] }));
  expect(keysOf(plan.change)).toEqual({ add: mapping("view-realm"), remove: [] });
  expect(plan.untouched).toEqual([
    { role: { container: "admin", name: "view-users" }, why: "mapped" },
  ]);
});

test("Apply lists what is included, not grantable and not on the server", () => {
  const snapshot = makeSnapshot({
    heldOtherwise: ["manage-users"],
    offered: ["manage-users", "manage-organizations"],
    ungrantable: ["manage-organizations"],
  });
  const plan = planFor("add", ["tenant-onboarding"], snapshot);
  expect(plan.untouched.map(({ role, why }) => [role.name, why])).toEqual([
    ["manage-organizations", "notGrantable"],
    ["manage-users", "included"],
    ["manage-identity-providers", "notOnServer"],
  ]);
  expect(isWhole(plan)).toBe(false);
});

test("if full scope is off, Apply also adds the roles to the client's scope", () => {
  const snapshot = makeSnapshot({ mapped: ["view-users"], inScope: ["query-users"] });
  const { change } = planFor("add", ["user-lookup"], snapshot);
  expect(keysOf(change).add).toEqual(["scope:admin:view-users"]);
});

test("a scope mapping that this administrator can't see isn't planned but reported", () => {
  const snapshot = makeSnapshot({ inScope: [], unseenScope: ["admin"] });
  const { change, untouched, blocked } = planFor("add", ["event-reader"], snapshot);
  expect(keysOf(change).add).toEqual(mapping("view-events"));
  expect(untouched.map(({ role, why }) => [role.name, why])).toEqual([
    ["view-events", "scopeNotKnown"],
  ]);
  expect(blocked).toEqual([]);
});

test("if the client can't be changed, Apply assigns the roles and says what stays denied", () => {
  const snapshot = makeSnapshot({ inScope: [], client: { isManageable: false } });
  const plan = planFor("add", ["event-reader"], snapshot);
  expect(keysOf(plan.change).add).toEqual(mapping("view-events"));
  expect(plan.blocked.map(grantKey)).toEqual(["scope:admin:view-events"]);
  expect(isWhole(plan)).toBe(true);
});

test("if the realm has the Admin API's client scope, Apply adds it to a client that lacks it", () => {
  const clientScope = { id: "scope-id", name: "kc-admin-api" };
  const lacking = { ...makeSnapshot(), adminClientScope: clientScope };
  expect(keysOf(planFor("add", ["event-reader"], lacking).change).add).toEqual([
    "clientScope:kc-admin-api",
    ...mapping("view-events"),
  ]);
  const optional = makeSnapshot({ client: { optionalClientScopes: new Set(["kc-admin-api"]) } });
  const [, grant] = planFor("add", ["event-reader"], { ...optional, adminClientScope: clientScope })
    .change.add;
  expect(grant).toMatchObject({ place: "clientScope", wasOptional: true });
  const having = makeSnapshot({ client: { defaultClientScopes: new Set(["kc-admin-api"]) } });
  const plan = planFor("add", ["event-reader"], { ...having, adminClientScope: clientScope });
  expect(keysOf(plan.change).add).toEqual(mapping("view-events"));
});

test("if service accounts are off, Apply enables them first or says that it can't", () => {
  const off = withoutAccount(makeSnapshot());
  expect(planFor("add", ["event-reader"], off).change.add.map(({ place }) => place)).toEqual([
    "account",
    "mapping",
  ]);
  const unmanageable = makeSnapshot({ client: { isManageable: false } });
  const plan = planFor("add", ["event-reader"], {
    ...unmanageable,
    account: { kind: "none" },
  });
  expect(plan.blocked.map(grantKey)).toEqual(["account"]);
  expect(isWhole(plan)).toBe(false);
});

test("Remove leaves what an applied preset beyond it needs, and names that preset", () => {
  const snapshot = makeSnapshot({ mapped: ["view-users", "view-events", "view-realm"] });
  const plan = planFor("remove", ["access-review"], snapshot);
  expect(keysOf(plan.change).remove).toEqual(mapping("view-realm"));
  expect(plan.untouched).toMatchObject([
    {
      role: { name: "view-users" },
      why: "neededBy",
      preset: { id: "event-reader-with-user-names" },
    },
  ]);
});

test("Remove names the presets that end with it", () => {
  const snapshot = makeSnapshot({ mapped: ["view-users", "view-realm"] });
  const plan = planFor("remove", ["access-review"], snapshot);
  expect(keysOf(plan.change).remove).toEqual(mapping("view-realm", "view-users"));
  expect(plan.alsoEnds.map(({ id }) => id)).toContain("user-lookup");
});

test("Remove of two presets takes what only the two need", () => {
  const snapshot = makeSnapshot({ mapped: ["view-users", "view-events", "view-realm"] });
  const both = ["access-review", "event-reader-with-user-names"];
  expect(keysOf(planFor("remove", both, snapshot).change).remove).toEqual(
    mapping("view-events", "view-realm", "view-users"),
  );
});

test("Remove takes what a preset needs that a group gives a part of, and names it as ended", () => {
  const snapshot = makeSnapshot({
    mapped: ["view-users", "view-realm"],
    heldOtherwise: ["view-events"],
  });
  const plan = planFor("remove", ["access-review"], snapshot);
  expect(keysOf(plan.change).remove).toEqual(mapping("view-realm", "view-users"));
  expect(plan.alsoEnds.map(({ id }) => id)).toContain("event-reader-with-user-names");
});

test("Remove lists what a group gives and doesn't remove it", () => {
  const snapshot = makeSnapshot({ heldOtherwise: ["view-events"] });
  const plan = planFor("remove", ["event-reader"], snapshot);
  expect(plan.change.remove).toEqual([]);
  expect(plan.untouched).toMatchObject([{ role: { name: "view-events" }, why: "heldOtherwise" }]);
});

test("Remove names a preset that had a role only through a removed one", () => {
  const snapshot = makeSnapshot({ mapped: ["view-users", "manage-realm", "view-clients"] });
  const plan = planFor("remove", ["user-lookup"], snapshot);
  expect(keysOf(plan.change).remove).toEqual(mapping("view-users"));
  expect(plan.alsoEnds.map(({ id }) => id)).toEqual(["realm-export"]);
});

test("Remove names no preset that keeps its roles through another one", () => {
  const snapshot = makeSnapshot({
    mapped: ["query-users", "view-users", "view-events"],
    heldOtherwise: ["view-realm"],
  });
  const plan = planFor("remove", ["user-lookup"], snapshot);
  expect(keysOf(plan.change).remove).toEqual(mapping("query-users"));
  expect(plan.alsoEnds).toEqual([]);
});

test("what only came with a preset that is removed is not named", () => {
  const plan = planFor(
    "remove",
    ["full-administration"],
    makeSnapshot({ mapped: ["realm-admin"] }),
  );
  expect(plan.alsoEnds).toEqual([]);
});

test("Remove leaves the client's scope, which people's tokens may need", () => {
  const snapshot = makeSnapshot({ mapped: ["view-events"], inScope: ["view-events"] });
  const { change } = planFor("remove", ["event-reader"], snapshot);
  expect(keysOf(change)).toEqual({ add: [], remove: mapping("view-events") });
});

test("Replace removes every other assigned admin role, and lists what it can't remove", () => {
  const snapshot = makeSnapshot({
    mapped: ["manage-users", "view-events", "own-role"],
    heldOtherwise: ["view-realm"],
  });
  const plan = planFor("exact", ["user-lookup"], snapshot);
  expect(keysOf(plan.change)).toEqual({
    add: mapping("query-users", "view-users"),
    remove: mapping("manage-users", "own-role", "view-events"),
  });
  expect(plan.untouched).toEqual([
    { role: expect.objectContaining({ name: "view-realm" }), why: "heldOtherwise" },
  ]);
  expect(plan.alsoEnds.map(({ id }) => id)).toEqual([
    "user-management",
    "user-management-with-realm-roles",
    "event-reader",
  ]);
});

test("Replace assigns what its presets had only through a removed composite role", () => {
  const admin = planFor("exact", ["user-lookup"], makeSnapshot({ mapped: ["realm-admin"] }));
  expect(keysOf(admin.change)).toEqual({
    add: mapping("query-users", "view-users"),
    remove: mapping("realm-admin"),
  });
  expect(admin.untouched).toEqual([]);

  const lookup = makeSnapshot({ mapped: ["view-users", "view-realm"] });
  expect(keysOf(planFor("exact", ["usage-statistics"], lookup).change)).toEqual({
    add: mapping("query-users"),
    remove: mapping("view-users"),
  });
});

test("whatever is assigned, Replace leaves its presets applied and nothing else assigned", () => {
  fc.assert(
    fc.property(anySnapshot, anyPresets, (before, chosen) => {
      const plan = makePlan({ mode: "exact", presets: chosen }, before, presetStates(before));
      const after = snapshotAfter(before, plan.change);
      const own = new Set(chosen.flatMap(({ roles }) => roles.map(roleKey)));
      expect([...own].filter((key) => !after.effective.has(key))).toEqual([]);
      expect([...after.mapped].filter((key) => !own.has(key))).toEqual([]);
    }),
  );
});

test("Make exact says which roles of its presets it would take and could not give back", () => {
  const snapshot = makeSnapshot({ mapped: ["realm-admin"], ungrantable: ["view-users"] });
  const plan = planFor("exact", ["user-lookup"], snapshot);
  expect(plan.untouched).toEqual([
    { role: { container: "admin", name: "view-users" }, why: "notGrantable" },
  ]);
  expect(isWhole(plan)).toBe(false);
});

test("Make exact for no preset takes all mapped admin roles", () => {
  const snapshot = makeSnapshot({ mapped: ["manage-users", "view-events"] });
  expect(keysOf(planFor("exact", [], snapshot).change)).toEqual({
    add: [],
    remove: mapping("manage-users", "view-events"),
  });
});

test("Replace lists removed roles by name, whatever the server's order", () => {
  for (const mapped of [
    ["view-events", "manage-users", "view-realm"],
    ["view-realm", "manage-users", "view-events"],
  ]) {
    const { change } = planFor("exact", [], makeSnapshot({ mapped }));
    expect(change.remove.map(nameOfGrant)).toEqual(["manage-users", "view-events", "view-realm"]);
  }
});

test("Replace in master removes only realm roles with admin access", () => {
  const realmRole = (name: string): Role => ({ container: "realm", name, id: `id of ${name}` });
  const snapshot = makeSnapshot({ mapped: ["view-events"] });
  const realmRoles = ["create-realm", "offline_access"].map(realmRole);
  const inMaster: Snapshot = {
    ...snapshot,
    isMaster: true,
    roles: new Map([
      ...snapshot.roles,
      ...realmRoles.map((role) => [roleKey(role), role] as const),
    ]),
    mapped: new Set([...snapshot.mapped, ...realmRoles.map(roleKey)]),
    effective: new Set([...snapshot.effective, ...realmRoles.map(roleKey)]),
  };
  expect(keysOf(planFor("exact", ["event-reader"], inMaster).change).remove).toEqual([
    "mapping:realm:create-realm",
  ]);
});

test("a plan adds only what its presets need and removes only what is assigned", () => {
  fc.assert(
    fc.property(anySnapshot, anyGoal, (snapshot, goal) => {
      const { change, blocked } = makePlan(goal, snapshot, presetStates(snapshot));
      const own = new Set(goal.presets.flatMap(({ roles }) => roles.map(roleKey)));
      for (const grant of [...change.add, ...blocked]) {
        expect("role" in grant && own.has(roleKey(grant.role))).toBe(true);
        expect(hasGrant(snapshot, grant)).toBe(false);
      }
      for (const grant of change.remove) {
        expect(grant.place).toBe("mapping");
        expect(hasGrant(snapshot, grant)).toBe(true);
        if (goal.mode === "exact")
          expect("role" in grant && own.has(roleKey(grant.role))).toBe(false);
        if (goal.mode === "remove")
          expect("role" in grant && own.has(roleKey(grant.role))).toBe(true);
      }
      if (goal.mode === "add") expect(change.remove).toEqual([]);
    }),
  );
});

test("Remove ends no preset that reaches beyond it", () => {
  fc.assert(
    fc.property(someRoles, anyPresets, (mapped, chosen) => {
      const snapshot = makeSnapshot({ mapped });
      const goal = { mode: "remove", presets: chosen } as const;
      for (const ended of makePlan(goal, snapshot, presetStates(snapshot)).alsoEnds) {
        const isMapped = ended.roles.every((role) => snapshot.mapped.has(roleKey(role)));
        expect(isMapped && !chosen.some((preset) => isIncludedIn(ended, preset))).toBe(false);
      }
    }),
  );
});

const stateOf = ({ mapped, inScope, client }: Snapshot) => ({
  mapped: [...mapped].sort(),
  inScope: inScope === undefined ? undefined : [...inScope].sort(),
  clientScopes: [...client.defaultClientScopes].sort(),
});

test("Undo after any plan leads back to exactly what was mapped and in scope", () => {
  // Scope mappings of composite roles show their parts too, which are not part of the change.
  const flat = fc.constantFrom("event-reader", "user-management", "identity-provider-lookup");
  fc.assert(
    fc.property(anySnapshot, fc.constantFrom(...modes), flat, (before, mode, id) => {
      const { change } = planFor(mode, [id], before);
      const after = snapshotAfter(before, change);
      const undo = remainingChange(planUndo(change, before), after);
      expect(undo.gone).toEqual([]);
      expect(stateOf(snapshotAfter(after, undo.change))).toEqual(stateOf(before));
    }),
  );
});

test("Undo restores only what existed before", () => {
  const removing = planFor("remove", ["event-reader"], makeSnapshot({ mapped: ["view-events"] }));
  expect(planUndo(removing.change, makeSnapshot())).toEqual({ add: [], remove: [] });
});

test("Undo never switches service accounts off", () => {
  const off = withoutAccount(makeSnapshot());
  const { change } = planFor("add", ["event-reader"], off);
  expect(keysOf(planUndo(change, off))).toEqual({ add: [], remove: mapping("view-events") });
});

test("the rest of a plan is what isn't done yet, with the roles' current ids", () => {
  const { change } = planFor("add", ["access-review"], makeSnapshot());
  const later = makeSnapshot({ mapped: ["view-realm"] });
  const madeAgain = { container: "admin" as const, name: "view-users", id: "another id" };
  const roles = new Map([...later.roles, [roleKey(madeAgain), madeAgain]]);
  const rest = remainingChange(change, { ...later, roles });
  expect(rest.change.add).toEqual([{ place: "mapping", role: madeAgain }]);
  expect(rest.gone).toEqual([]);
});

test("a role that is gone meanwhile is named, and not sent", () => {
  const { change } = planFor("add", ["access-review"], makeSnapshot());
  const rest = remainingChange(change, makeSnapshot({ offered: ["view-realm"] }));
  expect(rest.change.add.map(nameOfGrant)).toEqual(["view-realm"]);
  expect(rest.gone.map(nameOfGrant)).toEqual(["view-users"]);
});

test("a renamed role is removed under its new name, along with the role that has its old name", () => {
  const before = makeSnapshot({ mapped: ["manage-users"] });
  const { change } = planFor("remove", ["user-management"], before);
  const [meant] = change.remove.map((grant) => ("role" in grant ? grant.role : undefined));
  if (meant === undefined) throw new Error("The plan takes no role.");
  const renamed = { ...meant, name: "former" };
  const other = { ...meant, id: "another id" };
  const roles = new Map([renamed, other].map((role) => [roleKey(role), role]));
  const taken = (...mapped: readonly (typeof meant)[]) =>
    remainingChange(change, { ...before, roles, mapped: new Set(mapped.map(roleKey)) }).change
      .remove;
  expect(taken(renamed)).toEqual([{ place: "mapping", role: renamed }]);
  expect(taken(other)).toEqual([{ place: "mapping", role: other }]);
  expect(taken(renamed, other)).toHaveLength(2);
  expect(taken()).toEqual([]);
});

test("a plan is complete if none of its presets' roles is refused or missing on the server", () => {
  expect(isWhole(planFor("add", ["event-reader"], makeSnapshot()))).toBe(true);
  const ungrantable = makeSnapshot({ ungrantable: ["view-events"] });
  expect(isWhole(planFor("add", ["event-reader"], ungrantable))).toBe(false);
  const offered = makeSnapshot({ offered: ["view-users"] });
  expect(isWhole(planFor("add", ["event-reader"], offered))).toBe(false);
  const held = makeSnapshot({ mapped: ["view-events"] });
  expect(isWhole(planFor("add", ["event-reader"], held))).toBe(true);
});

test("Remove blocks nothing, and only Replace ends presets", () => {
  const snapshot = makeSnapshot({
    mapped: ["view-events", "view-users"],
    inScope: [],
    client: { isManageable: false },
  });
  const [add, exact, remove] = modes.map((mode) => planFor(mode, ["event-reader"], snapshot));
  expect(add?.blocked).toHaveLength(1);
  expect(exact?.blocked).toHaveLength(1);
  expect(remove?.blocked).toEqual([]);
  expect(add?.alsoEnds).toEqual([]);
  expect(exact?.alsoEnds).not.toEqual([]);
  expect([add, exact, remove].map((plan) => plan?.goal.mode)).toEqual(["add", "exact", "remove"]);
});

test("a plan for no preset changes nothing, whatever is off", () => {
  const off = withoutAccount(makeSnapshot({ inScope: [] }));
  expect(planFor("add", [], off)).toEqual(emptyPlan);
});

/** A public client whose service-account user still holds these roles. */
const leftover = (...mapped: readonly string[]) =>
  makeSnapshot({ mapped, client: { publicClient: true, serviceAccountsEnabled: false } });

test("enabling service accounts restores a leftover account's access, and the plan says so", () => {
  const snapshot = leftover("realm-admin");
  const goal = { mode: "add", presets: [], enablesAccount: true } as const;
  const plan = makePlan(goal, snapshot, presetStates(snapshot));
  expect(keysOf(plan.change)).toEqual({ add: ["account"], remove: [] });
  expect(plan.returning.map(({ name }) => name)).toContain("realm-admin");
  expect(givesCriticalPower(plan)).toBe(true);
});

test("replacing the roles of a leftover account leaves nothing to come back", () => {
  const snapshot = leftover("realm-admin");
  const plan = planFor("exact", ["identity-provider-lookup"], snapshot);
  expect(keysOf(plan.change)).toEqual({
    add: ["account", ...mapping("view-identity-providers")],
    remove: mapping("realm-admin"),
  });
  expect(plan.returning).toEqual([]);
  expect(givesCriticalPower(plan)).toBe(false);
});

test("Undo makes a formerly public client public again after removing its roles", () => {
  const snapshot = withoutAccount(makeSnapshot({ client: { publicClient: true } }));
  const { change } = planFor("add", ["event-reader"], snapshot);
  expect(keysOf(planUndo(change, snapshot))).toEqual({
    add: [],
    remove: ["account", ...mapping("view-events")],
  });
});

test("a role that includes more than in stock Keycloak needs confirmation before it is assigned", () => {
  const extra: RoleContent = { kind: "read", gives: new Set(["admin:realm-admin"]), others: [] };
  const snapshot = { ...makeSnapshot(), contents: new Map([["admin:view-users", extra] as const]) };
  const plan = planFor("add", ["user-lookup"], snapshot);
  expect(plan.extras.map(({ gives }) => gives.map(({ name }) => name))).toEqual([["realm-admin"]]);
  expect([needsConfirmation(plan), givesCriticalPower(plan)]).toEqual([true, true]);
  expect(needsConfirmation(planFor("add", ["user-lookup"], makeSnapshot()))).toBe(false);
});

const withKept = (snapshot: Snapshot, ...names: readonly string[]): Snapshot => ({
  ...snapshot,
  kept: new Set(names.map((name) => roleKey({ container: "admin", name }))),
});

test("Remove leaves what the administrator may not unassign, and says so", () => {
  const snapshot = withKept(makeSnapshot({ mapped: ["view-users", "view-realm"] }), "view-realm");
  const plan = planFor("remove", ["access-review"], snapshot);
  expect(keysOf(plan.change).remove).toEqual(mapping("view-users"));
  expect(plan.untouched.map(({ role, why }) => [role.name, why])).toEqual([
    ["view-realm", "notRemovable"],
  ]);
  expect(isWhole(plan)).toBe(true);
});

test("Replace does not do what it is for where a role has to stay", () => {
  const held = makeSnapshot({ mapped: ["manage-realm", "view-events"] });
  const plan = planFor("exact", ["user-lookup"], withKept(held, "manage-realm"));
  expect(keysOf(plan.change).remove).toEqual(mapping("view-events"));
  expect(keptIn(plan).map(({ name }) => name)).toEqual(["manage-realm"]);
  expect(isWhole(plan)).toBe(false);
  expect(isWhole(planFor("exact", ["user-lookup"], withKept(held)))).toBe(true);
});
