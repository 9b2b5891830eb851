import { expect, test } from "vitest";
import { isAdminRole, roleNamesIn } from "../../../../src/access/model/role-reference.ts";

test("an admin role is a role of the admin client, or a realm role of master that gives access", () => {
  expect(isAdminRole({ container: "admin", name: "anything" })).toBe(true);
  expect(isAdminRole({ container: "realm", name: "create-realm" })).toBe(true);
  expect(isAdminRole({ container: "realm", name: "offline_access" })).toBe(false);
});

test("roles are named by the container that they are in", () => {
  const roles = [
    { container: "admin", name: "view-users" },
    { container: "realm", name: "create-realm" },
  ] as const;
  expect(roleNamesIn("admin", roles)).toEqual(["view-users"]);
  expect(roleNamesIn("realm", roles)).toEqual(["create-realm"]);
});
