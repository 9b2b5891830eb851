import { expect, test } from "vitest";
import { roleInWorkflow, roleOfWorkflow } from "../../../../src/access/ends/role-in-workflow.ts";

test.each([
  [{ container: "admin", name: "view-users" }, "realm-management", "realm-management/view-users"],
  [{ container: "realm", name: "create-realm" }, "master-realm", "create-realm"],
] as const)("%j is named in a workflow, and found by that name", (role, adminClientId, named) => {
  expect(roleInWorkflow(role, adminClientId)).toBe(named);
  expect(roleOfWorkflow(named, adminClientId)).toEqual(role);
});

test.each([
  [{ container: "admin", name: "a/b" }, "realm-management"],
  [{ container: "realm", name: "realm-management/view-users" }, "realm-management"],
  [{ container: "admin", name: "view-users" }, "a/b-realm"],
] as const)("%j of %s can't be named, since Keycloak would take it for another", (role, client) => {
  expect(roleInWorkflow(role, client)).toBe(undefined);
});

test.each(["account/view-profile", "realm-management/a/b"])("%s is no admin role", (named) => {
  expect(roleOfWorkflow(named, "realm-management")).toBe(undefined);
});
