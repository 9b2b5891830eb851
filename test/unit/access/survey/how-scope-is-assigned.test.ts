import { expect, test } from "vitest";
import { howScopeIsAssigned } from "../../../../src/access/survey/how-scope-is-assigned.ts";

test.each([
  [["kc-admin-api", "basic"], ["phone"], "default"],
  [["basic"], ["kc-admin-api"], "optional"],
  [["basic"], ["phone"], "none"],
  [[], [], "none"],
])("with %j as default and %j as optional client scopes, it is %s", (defaults, optionals, how) => {
  expect(howScopeIsAssigned(new Set(defaults), new Set(optionals))).toBe(how);
});
