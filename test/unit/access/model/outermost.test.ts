import { expect, test } from "vitest";
import { outermost } from "../../../../src/access/model/outermost.ts";

const admin = (...names: readonly string[]) =>
  names.map((name) => ({ container: "admin", name }) as const);

test("of roles that include each other the outer ones are left, in their order", () => {
  expect(outermost(admin("query-users", "view-events", "view-users", "query-groups"))).toEqual(
    admin("view-events", "view-users"),
  );
  expect(outermost(admin("view-users", "realm-admin", "view-events"))).toEqual(
    admin("realm-admin"),
  );
});

test("what nothing else includes stays as it is", () => {
  const roles = [
    ...admin("query-users", "somebody's own"),
    { container: "realm", name: "admin" },
  ] as const;
  expect(outermost(roles)).toEqual(roles);
  expect(outermost([])).toEqual([]);
});
