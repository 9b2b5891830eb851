import fc from "fast-check";
import { expect, test } from "vitest";
import {
  dangerOf,
  dangerOfAdminRoles,
  isCritical,
  riskOf,
  riskOfRoles,
  withoutTheWorst,
} from "../../../../src/access/model/risk.ts";
import {
  type Preset,
  type PresetId,
  presets,
  type RoleReference,
} from "../../../../src/catalog/presets/presets.ts";
import { presetsForProvider } from "../../../../src/catalog/presets/presets-for-provider.ts";
import { adminRoles } from "../../../../src/catalog/roles/admin-roles.ts";

const admin = (name: string): RoleReference => ({ container: "admin", name });
const realm = (name: string): RoleReference => ({ container: "realm", name });

/** The level, and the consequences that are named with it. */
function worst(...roles: readonly RoleReference[]): string | undefined {
  const risk = riskOfRoles(roles);
  return risk && [risk.level, ...risk.consequences.map(({ id }) => id)].join(" ");
}

test("a realm role of master has the same risk by its name as in its realm", () => {
  const inMaster = dangerOf([{ container: "realm", name: "create-realm" }]);
  expect(dangerOfAdminRoles(["create-realm"])).toBe(inMaster);
  expect(inMaster).toBeLessThan(dangerOfAdminRoles(["nothing is known of this one"]));
});

test("for realm admins, and accounts that can become one, nothing else is named", () => {
  const others = [admin("manage-users"), admin("manage-clients"), admin("manage-events")];
  expect(worst(admin("realm-admin"), ...others)).toBe("critical isRealmAdmin");
  expect(worst(admin("manage-realm"), ...others)).toBe("critical becomesRealmAdmin");
  expect(worst(admin("realm-admin"), admin("manage-realm"))).toBe("critical isRealmAdmin");
});

test("beside a critical consequence only critical ones are named, the worst first", () => {
  expect(worst(admin("view-events"), admin("manage-events"), admin("manage-users"))).toBe(
    "critical becomesAdminByAccount takesOverAccounts erasesAuditTrail",
  );
});

test("medium consequences are listed with high ones, and low ones only if there are no others", () => {
  expect(worst(admin("view-users"), admin("manage-authorization"), admin("query-groups"))).toBe(
    "high changesAuthorization readsPersonalData",
  );
  expect(worst(admin("view-users"), admin("query-groups"))).toBe("medium readsPersonalData");
  expect(worst(admin("query-groups"), admin("query-clients"))).toBe("low readsFlows readsCounts");
});

test("if realm admin depends on a condition, the worst unconditional consequence is listed too", () => {
  expect(worst(admin("view-events"), admin("view-users"))).toBe(
    "critical becomesAdminByEvents readsSignIns readsPersonalData",
  );
  expect(worst(admin("create-client"), admin("manage-users"))).toBe(
    "critical becomesAdminByAccount takesOverAccounts",
  );
});

test("consequences of some versions count if the server has that version or it isn't known", () => {
  const counting = [admin("query-users")];
  expect(riskOfRoles(counting)?.level).toBe("medium");
  expect(riskOfRoles(counting, { version: "26.2.5" })?.level).toBe("low");
  const organizations = [admin("view-organizations")];
  expect(riskOfRoles(organizations)?.level).toBe("low");
  expect(riskOfRoles(organizations, { provider: "phaseTwo" })?.level).toBe("medium");
  const [variant] = presetsForProvider("phaseTwo").filter(({ id }) => id === "organization-lookup");
  expect(variant && riskOf(variant)?.level).toBe("medium");
});

test("a role counts in its own container only, and of unknown ones nothing is known", () => {
  expect(worst(realm("admin"))).toBe("critical isRealmAdmin");
  expect(worst(realm("create-realm"))).toBe("high createsRealms");
  expect(worst(admin("admin"))).toBeUndefined();
  expect(worst(realm("manage-users"))).toBeUndefined();
  expect(worst(admin("__proto__"))).toBeUndefined();
  expect(worst()).toBeUndefined();
});

const preset = (...roles: readonly string[]): Preset => ({
  id: "user-lookup",
  group: "users",
  roles: roles.map((name) => ({ container: "admin", name })),
});

test("presets are critical if one of them gives critical access", () => {
  expect(isCritical([])).toBe(false);
  expect(isCritical([preset("view-users"), preset("not known")])).toBe(false);
  expect(isCritical([preset("view-users"), preset("query-users", "manage-realm")])).toBe(true);
});

const known = [...adminRoles.keys()];

test("the worst that roles can do decides, then what is next to it", () => {
  const leastFirst = [
    [],
    ["query-groups"],
    ["view-realm"],
    ["query-users"],
    ["view-users"],
    ["view-users", "view-realm"],
    ["manage-authorization"],
    ["view-events"],
    ["manage-events"],
    ["manage-users"],
    ["manage-users", "view-events"],
    ["manage-realm"],
    ["realm-admin"],
    ["a role that nobody knows"],
  ];
  const dangers = leastFirst.map(dangerOfAdminRoles);
  expect(dangers).toEqual([...dangers].sort((a, b) => a - b));
  expect(new Set(dangers).size).toBe(dangers.length);
  expect(dangers[0]).toBe(0);
});

test("more roles are never less dangerous, and the same consequence counts once", () => {
  const some = fc.subarray(known);
  fc.assert(
    fc.property(some, some, (roles, more) => {
      expect(dangerOfAdminRoles([...roles, ...more])).toBeGreaterThanOrEqual(
        dangerOfAdminRoles(roles),
      );
      expect(dangerOfAdminRoles([...roles, ...roles])).toBe(dangerOfAdminRoles(roles));
    }),
  );
});

test("roles that each stay below the worst of others stay below it together", () => {
  fc.assert(
    fc.property(fc.subarray(known, { minLength: 1 }), (roles) => {
      const limit = withoutTheWorst(dangerOfAdminRoles(roles));
      expect(limit).toBeLessThanOrEqual(dangerOfAdminRoles(roles));
      expect(2 * limit).toBeGreaterThan(dangerOfAdminRoles(roles));
      const lesser = known.filter((role) => dangerOfAdminRoles([role]) < limit);
      expect(dangerOfAdminRoles(lesser)).toBeLessThan(limit);
    }),
  );
  expect(withoutTheWorst(0)).toBe(0);
});

const chosen = (...ids: readonly PresetId[]) => presets.filter(({ id }) => ids.includes(id));

test("the risk of presets is the worst of what they give together", () => {
  expect(riskOf()).toBeUndefined();
  expect(riskOf(...chosen("user-lookup"))?.level).toBe("medium");
  const both = riskOf(...chosen("user-lookup", "event-administration"));
  expect(both?.consequences.map(({ id }) => id)).toEqual([
    "becomesAdminByEvents",
    "erasesAuditTrail",
  ]);
});

test("the risk of a role depends on the server's version, and counts if the version isn't known", () => {
  const viewer = [admin("view-clients")];
  expect(riskOfRoles(viewer, { version: "26.7.3" })?.level).toBe("critical");
  expect(riskOfRoles(viewer)?.level).toBe("critical");
  expect(riskOfRoles(viewer, { version: "26.8.0" })).toMatchObject({
    level: "low",
    consequences: [{ id: "readsClients" }],
  });
  expect(riskOfRoles([...viewer, admin("manage-clients")], { version: "26.8.0" })?.level).toBe(
    "critical",
  );
});
