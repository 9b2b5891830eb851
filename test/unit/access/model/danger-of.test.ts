import fc from "fast-check";
import { expect, test } from "vitest";
import { dangerOf, withoutTheWorst } from "../../../../src/access/model/danger-of.ts";
import { adminRoles } from "../../../../src/catalog/roles/admin-roles.ts";

const known = [...adminRoles.keys()];

test("the worst that roles can do decides, then what is next to it", () => {
  const leastFirst = [
    [],
    ["query-users"],
    ["view-realm"],
    ["view-users"],
    ["view-users", "view-realm"],
    ["view-events"],
    ["manage-users"],
    ["manage-users", "view-events"],
    ["manage-realm"],
    ["realm-admin"],
    ["a role that nobody knows"],
  ];
  const dangers = leastFirst.map(dangerOf);
  expect(dangers).toEqual([...dangers].sort((a, b) => a - b));
  expect(new Set(dangers).size).toBe(dangers.length);
  expect(dangers[0]).toBe(0);
});

test("more roles are never less dangerous, and the same consequence counts once", () => {
  const some = fc.subarray(known);
  fc.assert(
    fc.property(some, some, (roles, more) => {
      expect(dangerOf([...roles, ...more])).toBeGreaterThanOrEqual(dangerOf(roles));
      expect(dangerOf([...roles, ...roles])).toBe(dangerOf(roles));
    }),
  );
});

test("roles that each stay below the worst of others stay below it together", () => {
  fc.assert(
    fc.property(fc.subarray(known, { minLength: 1 }), (roles) => {
      const limit = withoutTheWorst(dangerOf(roles));
      expect(limit).toBeLessThanOrEqual(dangerOf(roles));
      expect(2 * limit).toBeGreaterThan(dangerOf(roles));
      const lesser = known.filter((role) => dangerOf([role]) < limit);
      expect(dangerOf(lesser)).toBeLessThan(limit);
    }),
  );
  expect(withoutTheWorst(0)).toBe(0);
});
