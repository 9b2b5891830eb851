import { expect, test } from "vitest";
import { compareMinors } from "../../../../lab/role-matrix/compare-minors.ts";
import { callKey } from "../../../../src/catalog/calls/call-template.ts";
import { newerMeasurement, olderMeasurement } from "./sample-measurements.ts";

const changes = compareMinors(olderMeasurement, newerMeasurement);
const changeOf = (key: string) => changes.callsChanged.find(({ call }) => callKey(call) === key);

test("names roles and calls that came and went", () => {
  expect(changes.rolesCame).toEqual(["manage-organizations"]);
  expect(changes.rolesWent).toEqual([]);
  expect(changes.callsCame.map(callKey)).toEqual([
    "PUT/users/{}/reset-password",
    "GET/realms/{}/x|y",
  ]);
  expect(changes.callsWent.map(callKey)).toEqual(["GET/sessions"]);
});

test("treats calls as equal regardless of the names of their parameters", () => {
  expect(changes.callsWent.map(callKey)).not.toContain("DELETE/users/{}");
  expect(changeOf("DELETE/users/{}")).toBeUndefined();
});

test("does not say that a call came which the older version had and that was not made", () => {
  expect(changes.callsCame.map(callKey)).not.toContain("GET/keys");
});

test("lists what a role lost, and what remains", () => {
  expect(changeOf("GET/groups")).toMatchObject({
    gained: [],
    lost: [{ roles: ["query-users"], before: "allowed", now: "filtered" }],
  });
});

test("reports a partial answer that was denied before", () => {
  expect(changeOf("GET/users/count")).toMatchObject({
    gained: [{ roles: ["query-users"], before: "denied", now: "filtered" }],
    lost: [],
  });
});

test("compares sets of roles, too", () => {
  expect(changeOf("GET/organizations/{}/members")).toMatchObject({
    gained: [
      { roles: ["manage-organizations", "view-users"], before: "denied", now: "allowed" },
      { roles: ["manage-organizations"], before: "denied", now: "filtered" },
    ],
    lost: [{ roles: ["impersonation", "manage-users"], before: "allowed", now: "denied" }],
  });
});

test("reports nothing if an answer is not known", () => {
  expect(changeOf("POST/testSMTPConnection")).toBeUndefined();
});

test("finds no change between a version and itself", () => {
  expect(compareMinors(newerMeasurement, newerMeasurement)).toEqual({
    rolesCame: [],
    rolesWent: [],
    callsCame: [],
    callsWent: [],
    callsChanged: [],
  });
});
