import { expect, test } from "vitest";
import {
  describeOrigins,
  namesOfActors,
  originInWords,
} from "../../../src/formats/describe-origins.ts";

const event = {
  ...{ time: 0, operation: "CREATE", resourceType: "", resourcePath: "" },
  ...{ representation: undefined, error: undefined },
  by: { realmId: "r", clientUuid: "c", userId: "1", ipAddress: undefined },
};

test("who assigned is called by the username, or by the id, which says if the user is gone", () => {
  const names = namesOfActors(
    new Map([
      ["1", { kind: "named", name: "anna" }],
      ["2", { kind: "gone" }],
      ["3", { kind: "notKnown" }],
    ]),
  );
  expect([...names]).toEqual([
    ["1", "anna"],
    ["2", "2 (deleted)"],
    ["3", "3"],
  ]);
});

test("an origin is described in fields and in words, and nothing is claimed that isn't known", () => {
  const described = describeOrigins(
    [
      { kind: "role", name: "view-users", origin: { kind: "recorded", event } },
      { kind: "group", name: "/ops", origin: { kind: "notRecorded" } },
      { kind: "role", name: "view-realm", origin: { kind: "noDetails" } },
    ],
    new Map(),
  );
  expect(described[0]).toEqual({
    ...{ through: "role view-users", assignedAt: "1970-01-01T00:00:00.000Z" },
    ...{ assignedBy: "1", origin: "recorded" },
  });
  expect(described.map(originInWords)).toEqual([
    "role view-users: 1970-01-01T00:00:00.000Z by 1",
    "group /ops: not recorded",
    "role view-realm: not known",
  ]);
});
