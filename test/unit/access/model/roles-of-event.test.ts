import { expect, test } from "vitest";
import type { AdminEvent } from "../../../../src/access/model/admin-event.ts";
import { rolesOfEvent } from "../../../../src/access/model/roles-of-event.ts";

const eventWith = (representation: string | undefined): AdminEvent => ({
  ...{ time: 1, operation: "CREATE", resourceType: "CLIENT_ROLE_MAPPING", resourcePath: "" },
  ...{ representation, error: undefined },
  by: { realmId: "", clientUuid: "", userId: "", ipAddress: undefined },
});

test("an event names roles by id and name", () => {
  const roles = [{ id: "1", name: "__proto__", composite: false }];
  expect(rolesOfEvent(eventWith(JSON.stringify(roles)))).toEqual([{ id: "1", name: "__proto__" }]);
});

test.each([
  undefined,
  "",
  "{",
  "{}",
  "[null]",
  '["view-users"]',
  '[{"id":"1"}]',
  '[{"id":1,"name":"a"}]',
])("details that are no list of roles tell none: %j", (representation) => {
  expect(rolesOfEvent(eventWith(representation))).toBe(undefined);
});
