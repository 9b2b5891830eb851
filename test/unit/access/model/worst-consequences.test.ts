import { expect, test } from "vitest";
import { worstConsequences } from "../../../../src/access/model/worst-consequences.ts";
import type { RoleReference } from "../../../../src/catalog/presets/presets.ts";

const admin = (name: string): RoleReference => ({ container: "admin", name });
const realm = (name: string): RoleReference => ({ container: "realm", name });

/** The level, and the consequences that are named with it. */
function worst(...roles: readonly RoleReference[]): string | undefined {
  const risk = worstConsequences(roles);
  return risk && [risk.level, ...risk.consequences.map(({ id }) => id)].join(" ");
}

test("whoever is or becomes realm admin does everything, so nothing else is named", () => {
  const others = [admin("manage-users"), admin("manage-clients"), admin("manage-events")];
  expect(worst(admin("realm-admin"), ...others)).toBe("critical isRealmAdmin");
  expect(worst(admin("manage-realm"), ...others)).toBe("critical becomesRealmAdmin");
  expect(worst(admin("realm-admin"), admin("manage-realm"))).toBe("critical isRealmAdmin");
});

test("beside a critical consequence only critical ones are named, the worst first", () => {
  expect(worst(admin("view-events"), admin("manage-events"), admin("manage-users"))).toBe(
    "critical takesOverAccounts erasesAuditTrail",
  );
});

test("beside a high one the medium ones are named too, and low ones only alone", () => {
  expect(worst(admin("view-users"), admin("view-events"), admin("query-users"))).toBe(
    "high readsSignIns readsPersonalData",
  );
  expect(worst(admin("view-users"), admin("query-users"))).toBe("medium readsPersonalData");
  expect(worst(admin("query-users"), admin("view-realm"))).toBe(
    "low readsRealmSettings readsCounts",
  );
});

test("a role counts in its own container only, and of unknown ones nothing is known", () => {
  expect(worst(realm("admin"))).toBe("critical isRealmAdmin");
  expect(worst(realm("create-realm"))).toBe("high createsRealms");
  expect(worst(admin("admin"))).toBeUndefined();
  expect(worst(realm("manage-users"))).toBeUndefined();
  expect(worst(admin("__proto__"))).toBeUndefined();
  expect(worst()).toBeUndefined();
});
