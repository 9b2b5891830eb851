import { expect, test } from "vitest";
import {
  parseAdminEvents,
  parseEventSettings,
} from "../../../../src/keycloak/events/parse-events.ts";

test.each([
  [{ eventsEnabled: true, enabledEventTypes: ["LOGIN", "CLIENT_LOGIN"] }, true],
  [{ eventsEnabled: true, enabledEventTypes: ["LOGIN"] }, false],
  [{ eventsEnabled: true, enabledEventTypes: [] }, true],
  [{ eventsEnabled: true }, true],
  [{ enabledEventTypes: ["CLIENT_LOGIN"] }, false],
])("a realm with %j records the sign-ins of clients: %s", (config, isRecorded) => {
  expect(parseEventSettings(config).areSignInsKept).toBe(isRecorded);
});

test.each([
  [{ eventsExpiration: 86_400 }, 86_400_000],
  [{ eventsExpiration: 0 }, undefined],
  [{}, undefined],
])("events of a realm with %j are kept for %s milliseconds", (config, keptFor) => {
  expect(parseEventSettings(config).signInsKeptFor).toBe(keptFor);
});

test("whether writes are kept, and what was sent with them, is told apart", () => {
  const kept = parseEventSettings({ adminEventsEnabled: true });
  expect([kept.areWritesKept, kept.areDetailsKept]).toEqual([true, false]);
  const none = parseEventSettings({});
  expect([none.areWritesKept, none.areDetailsKept]).toEqual([false, false]);
});

const by = { realmId: "r1", clientId: "c1", userId: "u1", ipAddress: "::1" };
const event = {
  ...{ time: 1_700_000_000_000, operationType: "CREATE", resourceType: "CLIENT_ROLE_MAPPING" },
  ...{ resourcePath: "users/u2/role-mappings/clients/rm", authDetails: by },
};

test("an admin event has who made it, what of and when", () => {
  expect(parseAdminEvents([{ ...event, representation: "[]" }])).toEqual([
    {
      ...{ time: 1_700_000_000_000, operation: "CREATE", resourceType: "CLIENT_ROLE_MAPPING" },
      resourcePath: "users/u2/role-mappings/clients/rm",
      ...{ representation: "[]", error: undefined },
      by: { realmId: "r1", clientUuid: "c1", userId: "u1", ipAddress: "::1" },
    },
  ]);
});

test("an event without details, who, or a resource type is one all the same", () => {
  const [read] = parseAdminEvents([{ time: 1, operationType: "ACTION" }]);
  expect(read).toMatchObject({ resourceType: "", resourcePath: "", representation: undefined });
  expect(read?.by).toEqual({ realmId: "", clientUuid: "", userId: "", ipAddress: undefined });
});

test("an event without a time of the calendar is left out", () => {
  expect(parseAdminEvents([{ ...event, time: 1e300 }, { ...event, time: 0 }, event])).toHaveLength(
    1,
  );
});

test.each([[{}], ["events"], [[1]]])("%j is no list of admin events", (answer) => {
  expect(() => parseAdminEvents(answer)).toThrow();
});
