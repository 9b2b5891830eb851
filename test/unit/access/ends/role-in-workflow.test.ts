import { expect, test } from "vitest";
import { roleInWorkflow, roleOfWorkflow } from "../../../../src/access/ends/role-in-workflow.ts";

test.each([
  [{ container: "admin", name: "view-users" }, "realm-management", "realm-management/view-users"],
  [{ container: "realm", name: "create-realm" }, "master-realm", "create-realm"],
  [{ container: "otherRealm", name: "bookkeeper" }, "realm-management", "bookkeeper"],
  [{ container: "client/billing", name: "write" }, "realm-management", "billing/write"],
] as const)("%j is named in a workflow, and found by that name", (role, adminClientId, named) => {
  expect(roleInWorkflow(role, adminClientId)).toBe(named);
  expect(roleOfWorkflow(named, adminClientId)).toEqual(role);
});

test.each([
  [{ container: "admin", name: "a/b" }, "realm-management"],
  [{ container: "realm", name: "realm-management/view-users" }, "realm-management"],
  [{ container: "admin", name: "view-users" }, "a/b-realm"],
  [{ container: "client/https%3A%2F%2Fbilling", name: "write" }, "realm-management"],
] as const)("%j of %s can't be named, since Keycloak would take it for another", (role, client) => {
  expect(roleInWorkflow(role, client)).toBe(undefined);
});

test("a name with more than one slash names no role", () => {
  expect(roleOfWorkflow("realm-management/a/b", "realm-management")).toBe(undefined);
});
