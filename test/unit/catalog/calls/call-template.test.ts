import { expect, test } from "vitest";
import { callKey, shortPath, wholePath } from "../../../../src/catalog/calls/call-template.ts";

test.each([
  ["/admin/realms/{realm}/users/{user-id}", "/users/{user-id}"],
  ["/admin/realms/{realm}", "/admin/realms/{realm}"],
  ["/admin/realms", "/admin/realms"],
  ["/admin/serverinfo", "/admin/serverinfo"],
  ["/realms/{realm}/orgs", "/realms/{realm}/orgs"],
  ["/admin/realms/{realm}ish", "/admin/realms/{realm}ish"],
])("the path %s is written %s, and read back", (whole, short) => {
  expect(shortPath(whole)).toBe(short);
  expect(wholePath(short)).toBe(whole);
});

test("a path that only begins like one of the server's own is below the realm", () => {
  expect(wholePath("/admin-events")).toBe("/admin/realms/{realm}/admin-events");
  expect(wholePath("/realmsomething")).toBe("/admin/realms/{realm}/realmsomething");
});

test("calls that versions name the parameters of differently have one key", () => {
  const key = "PUT/users/{}/groups/{}";
  expect(callKey({ method: "PUT", path: "/users/{user-id}/groups/{groupId}" })).toBe(key);
  expect(callKey({ method: "PUT", path: "/users/{id}/groups/{}" })).toBe(key);
});
