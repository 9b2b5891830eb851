import { expect, test } from "vitest";
import { roleCodes } from "../../../../lab/role-matrix/role-codes.ts";
import { smallestRoles, smallestSets } from "../../../../lab/role-matrix/smallest-roles.ts";
import { callOf, newerMeasurement, olderMeasurement } from "./sample-measurements.ts";

const { matrix } = newerMeasurement;
const members = callOf(newerMeasurement, "GET", "/organizations/{org-id}/members");
const users = callOf(newerMeasurement, "GET", "/users");

test("leaves out realm-admin, and composite roles that only include one of the others", () => {
  const groups = callOf(olderMeasurement, "GET", "/groups");
  expect(smallestRoles(groups, olderMeasurement.matrix, "allowed")).toEqual([
    "manage-users",
    "query-users",
  ]);
});

test("keeps a composite role that is allowed more than what it includes", () => {
  expect(smallestRoles(users, matrix, "allowed")).toEqual(["manage-users", "view-users"]);
  expect(smallestRoles(users, matrix, "filtered")).toEqual(["query-users"]);
});

test("names sets of roles behind single ones", () => {
  expect(smallestSets(members, matrix)).toEqual([["manage-organizations", "view-users"]]);
});

test("gives each role a unique code", () => {
  const roles = ["view-realm", "view-roles", "impersonation", "view-r", "create-client"];
  expect([...roleCodes(roles).values()]).toEqual(["vR", "vO", "im", "view-r", "cC"]);
});
