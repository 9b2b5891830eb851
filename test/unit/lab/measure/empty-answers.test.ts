import { expect, test } from "vitest";
import { assertNotEmpty, isEmptyAnswer } from "../../../../lab/measure/calls/empty-answers.ts";

test.each(["", "[]", "{}", "0", '{"count":0}', '{"policies":[]}', '[{"roles":[],"name":""}]'])(
  "the answer %j has nothing in it",
  (text) => {
    expect(isEmptyAnswer(text)).toBe(true);
  },
);

test.each(["[1]", "true", "false", '{"count":1}', '{"policies":[{"name":"a"}]}', "Guten Tag"])(
  "the answer %j has something in it",
  (text) => {
    expect(isEmptyAnswer(text)).toBe(false);
  },
);

test("a measurement fails if an administrator gets nothing, and says what to do", () => {
  const call = { method: "GET", path: "/default-groups" };
  expect(() => assertNotEmpty(call, "[]")).toThrow(/GET \/default-groups: \[\]\. Let the realm/);
  expect(() => assertNotEmpty(call, '[{"name":"a"}]')).not.toThrow();
});

test("if nothing is correct, a reason is listed", () => {
  const path = "/users/{user-id}/configured-user-storage-credential-types";
  expect(() => assertNotEmpty({ method: "GET", path }, "[]")).not.toThrow();
});
