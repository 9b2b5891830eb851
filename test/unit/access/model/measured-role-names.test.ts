import { expect, test } from "vitest";
import { measuredRoleNames } from "../../../../src/access/model/measured-role-names.ts";
import type { RoleReference } from "../../../../src/catalog/presets/presets.ts";

const matrix = { masterRoles: ["create-realm"] };
const named = (...roles: readonly RoleReference[]) => measuredRoleNames(roles, matrix);

test("admin roles and the measured realm roles of master have names in a measurement", () => {
  const roles = [
    { container: "admin", name: "view-users" },
    { container: "realm", name: "create-realm" },
  ] as const;
  expect(named(...roles)).toEqual(["view-users", "create-realm"]);
});

test("a role of one container that is named like one of the other has none", () => {
  expect(named({ container: "admin", name: "create-realm" })).toEqual([]);
  expect(named({ container: "realm", name: "view-users" })).toEqual([]);
});

test("if no realm role of master was measured, only admin roles have names", () => {
  const roles: readonly RoleReference[] = [{ container: "realm", name: "create-realm" }];
  expect(measuredRoleNames(roles, { masterRoles: [] })).toEqual([]);
});
