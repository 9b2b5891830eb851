import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { eventTemplate } from "../../../../../lab/measure/events/event-template.ts";
import { mergeEvents, writeEvents } from "../../../../../lab/measure/events/merge-events.ts";
import eventsOfCalls from "../../../../../src/catalog/calls/events-of-calls.json";

const words = new Set(["users", "permission", "resource", "clients"]);

test.each([
  [
    { operationType: "CREATE", resourceType: "USER", resourcePath: "users/1" },
    "CREATE USER users/{}",
  ],
  [{ operationType: "UPDATE", resourceType: "REALM" }, "UPDATE REALM"],
  [{ operationType: "DELETE", resourcePath: "users/a" }, "DELETE  users/{}"],
])("the values in the path of an event are left open", (event, template) => {
  expect(eventTemplate(event, words, new Set())).toBe(template);
});

test("what stood for a parameter of the call is a value, also where it is a word of paths", () => {
  const event = {
    operationType: "CREATE",
    resourceType: "POLICY",
    resourcePath: "clients/1/permission/resource/2",
  };
  expect(eventTemplate(event, words, new Set(["resource"]))).toBe(
    "CREATE POLICY clients/{}/permission/{}/{}",
  );
});

test("what one version adds stands beside what is known of others", () => {
  const recorded = new Map([
    ["POST/users", { events: ["CREATE USER users/{}", "A"], notMade: [] }],
    ["DELETE/events", { events: [], notMade: [] }],
    ["PUT/none", { events: undefined, notMade: ["No target is known."] }],
  ]);
  expect(mergeEvents({ "POST/users": ["B"], "PUT/old": [] }, recorded)).toEqual({
    "DELETE/events": [],
    "POST/users": ["A", "B", "CREATE USER users/{}"],
    "PUT/old": [],
  });
});

test("the table is written as it is stored, so that measuring again changes what differs alone", () => {
  const file = "src/catalog/calls/events-of-calls.json";
  expect(writeEvents(eventsOfCalls)).toBe(readFileSync(file, "utf8"));
});
