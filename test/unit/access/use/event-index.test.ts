import { expect, test } from "vitest";
import { callsOfEvent, createEventIndex } from "../../../../src/access/use/event-index.ts";
import { makeEvent } from "./make-event.ts";

const call = (text: string) => {
  const [method = "", path = ""] = text.split(" ");
  return { method, path, reason: "" };
};

const calls = [
  "POST /users",
  "PUT /users/{id}",
  "PUT /users/profile",
  "POST /roles",
  "DELETE /roles/{role-name}",
  "DELETE /roles/{role-name}/composites",
  "PUT /admin/realms/{realm}",
  "PUT /ui-ext",
  "POST /users/{id}/impersonation",
  "GET /users",
].map(call);

const index = createEventIndex(
  {
    "POST/users": ["CREATE USER users/{}"],
    "PUT/users/{}": ["UPDATE USER users/{}", "DELETE USER_LOGIN_FAILURE users/{}"],
    "PUT/users/profile": ["UPDATE USER users/profile"],
    "POST/roles": ["CREATE REALM_ROLE roles/{}"],
    "DELETE/roles/{}": ["DELETE REALM_ROLE roles/{}"],
    "DELETE/roles/{}/composites": ["DELETE REALM_ROLE roles/{}/composites"],
    "PUT/admin/realms/{}": ["UPDATE REALM"],
    "PUT/ui-ext": ["UPDATE REALM"],
    "POST/users/{}/impersonation": [],
    "POST/gone": ["CREATE GONE gone"],
  },
  calls,
);

const found = (event: string) =>
  callsOfEvent(makeEvent(event), index).map(({ method, path }) => `${method} ${path}`);

test.each([
  ["what was created stands in the path of its event", "CREATE USER users/1", "POST /users"],
  ["one call may leave several kinds", "DELETE USER_LOGIN_FAILURE users/1", "PUT /users/{id}"],
  ["a literal goes before a value", "UPDATE USER users/profile", "PUT /users/profile"],
  ["names may have slashes", "CREATE REALM_ROLE roles/a/b", "POST /roles"],
  [
    "also before a literal",
    "DELETE REALM_ROLE roles/a/b/composites",
    "DELETE /roles/{role-name}/composites",
  ],
  [
    "and may be called like a literal",
    "DELETE REALM_ROLE roles/composites",
    "DELETE /roles/{role-name}",
  ],
  ["a realm's own event has no path", "UPDATE REALM", "PUT /admin/realms/{realm}"],
])("%s: %s", (_, event, expected) => {
  expect(found(event)).toEqual([expected]);
});

test.each([
  "CREATE USER users",
  "CREATE USER users/",
  "CREATE USER groups/1",
  "ACTION USER users/1",
  "CREATE GONE gone",
  "CREATE __proto__ constructor",
  `CREATE USER ${"/".repeat(5_000)}`,
])("%s is of no known call", (event) => {
  expect(found(event)).toEqual([]);
});

test("calls that only the console makes count where no other leaves such an event", () => {
  const own = createEventIndex({ "PUT/ui-ext": ["UPDATE REALM"] }, calls);
  expect(callsOfEvent(makeEvent("UPDATE REALM"), own)).toEqual([call("PUT /ui-ext")]);
});

test("writing calls that leave no event are known", () => {
  expect(index.untraced).toEqual([call("POST /users/{id}/impersonation")]);
});
