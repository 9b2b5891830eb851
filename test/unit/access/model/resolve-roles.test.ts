import { expect, test } from "vitest";
import {
  giveAllOf,
  includingRole,
  outermostRoles,
  resolveRoles,
  resolveStockRoles,
} from "../../../../src/access/model/resolve-roles.ts";
import { makeSnapshot } from "../make-snapshot.ts";

const admin = (...names: readonly string[]) =>
  names.map((name) => ({ container: "admin", name }) as const);
const queryUsers = { container: "admin", name: "query-users" } as const;

test("composite roles are followed to any depth, in a circle too", () => {
  const composites = new Map([
    ["a", ["b", "c"]],
    ["c", ["d", "a"]],
  ]);
  expect([...resolveRoles(["a"], composites)].sort()).toEqual(["a", "b", "c", "d"]);
  expect([...resolveRoles(["b", "x"], composites)].sort()).toEqual(["b", "x"]);
});

test("a stock composite admin role includes its roles at any depth", () => {
  expect([...resolveStockRoles(admin("view-users"))].sort()).toEqual([
    "admin:query-groups",
    "admin:query-users",
    "admin:view-users",
  ]);
  expect(resolveStockRoles(admin("realm-admin"))).toContain("admin:query-groups");
});

test("a realm role includes nothing of what an admin role of its name does", () => {
  expect([...resolveStockRoles([{ container: "realm", name: "view-users" }])]).toEqual([
    "realm:view-users",
  ]);
  expect([...resolveStockRoles(admin("not known"))]).toEqual(["admin:not known"]);
  expect([...resolveStockRoles([])]).toEqual([]);
});

test("roles give all that others give where they include each of these", () => {
  expect(giveAllOf(admin("view-users", "view-events"), admin("query-groups"))).toBe(true);
  expect(giveAllOf(admin("query-groups"), admin("view-users"))).toBe(false);
  expect(giveAllOf([], [])).toBe(true);
});

test("of roles that include each other the outermost are left, in their order", () => {
  expect(outermostRoles(admin("query-users", "view-events", "view-users", "query-groups"))).toEqual(
    admin("view-events", "view-users"),
  );
  expect(outermostRoles(admin("view-users", "realm-admin", "view-events"))).toEqual(
    admin("realm-admin"),
  );
});

test("a role that no other one includes is kept", () => {
  const roles = [
    ...admin("query-users", "a custom role"),
    { container: "realm", name: "admin" },
  ] as const;
  expect(outermostRoles(roles)).toEqual(roles);
  expect(outermostRoles([])).toEqual([]);
});

test("a role comes with the assigned role that includes it", () => {
  const snapshot = makeSnapshot({ mapped: ["view-events", "view-users"] });
  expect(includingRole(queryUsers, snapshot)?.name).toBe("view-users");
});

test("a role doesn't come with itself, nor with one that isn't assigned or includes others", () => {
  expect(includingRole(queryUsers, makeSnapshot({ mapped: ["query-users"] }))).toBeUndefined();
  expect(
    includingRole(queryUsers, makeSnapshot({ heldOtherwise: ["view-users"] })),
  ).toBeUndefined();
  expect(includingRole(queryUsers, makeSnapshot({ mapped: ["view-clients"] }))).toBeUndefined();
});
