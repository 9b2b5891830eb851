import { expect, test } from "vitest";
import { packPageData } from "../../../../lab/role-matrix/pack-page-data.ts";
import { filterCalls } from "../../../../lab/role-matrix/page/filter-calls.ts";
import { namesOf } from "../../../../lab/role-matrix/page/page-data.ts";
import type { View } from "../../../../lab/role-matrix/page/view.ts";
import { createCallIndex } from "../../../../src/access/question/call-index.ts";
import { callKey } from "../../../../src/catalog/calls/call-template.ts";
import { newerMeasurement, olderMeasurement, sampleNames } from "./sample-measurements.ts";

const { matrix } = newerMeasurement;
const names = namesOf(packPageData([olderMeasurement, newerMeasurement], sampleNames));
const index = createCallIndex(matrix, (key) => names.get(key));
const everything: View = {
  ...{ version: "26.10", text: "", family: "", roles: [], answer: "", call: "" },
};

const shown = (view: Partial<View>) =>
  [...filterCalls(matrix, index, { ...everything, ...view })].map(callKey);

test("shows all calls where nothing is asked", () => {
  expect(shown({})).toHaveLength(matrix.calls.length);
});

test.each([
  ["reset password", ["PUT/users/{}/reset-password"]],
  ["delete users", ["DELETE/users/{}"]],
  ["/users/7f3a/reset-password", ["PUT/users/{}/reset-password"]],
  ["https://a.example/auth/admin/realms/demo/users/count?x=1", ["GET/users/count"]],
  ["curl -X DELETE https://a.example/admin/realms/demo/users/7f3a", ["DELETE/users/{}"]],
  ["GET /users", ["GET/users"]],
  ["nothing of that kind", []],
  ["https://other.example/nothing", []],
])("finds by %s", (text, keys) => {
  expect(shown({ text })).toEqual(keys);
});

test("a path alone shows what lies below it, too, even while it is being typed", () => {
  expect(shown({ text: "/users" })).toEqual([
    "GET/users",
    "GET/users/count",
    "DELETE/users/{}",
    "PUT/users/{}/reset-password",
  ]);
  expect(shown({ text: "/users/{id}/res" })).toEqual(["PUT/users/{}/reset-password"]);
});

test("shows one family", () => {
  expect(shown({ family: "organizations" })).toEqual(["GET/organizations/{}/members"]);
});

test("shows what roles allow together", () => {
  const roles = ["manage-organizations", "view-users"];
  expect(shown({ roles, answer: "allowed" })).toEqual([
    "GET/organizations/{}/members",
    "GET/users",
    "GET/users/count",
    "POST/testSMTPConnection",
  ]);
  expect(shown({ roles, answer: "filtered" })).toEqual(["GET/groups"]);
  expect(shown({ roles, answer: "denied" })).toContain("DELETE/users/{}");
});

test("asks without roles whether some role gets an answer, realm-admin aside", () => {
  expect(shown({ answer: "denied" })).toEqual(["GET/keys"]);
  expect(shown({ answer: "filtered", family: "users" })).toEqual(["GET/users", "GET/users/count"]);
  expect(shown({ answer: "allowed" })).not.toContain("GET/keys");
});
