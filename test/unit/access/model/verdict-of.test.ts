import fc from "fast-check";
import { expect, test } from "vitest";
import { verdictOf } from "../../../../src/access/model/verdict-of.ts";
import { callsOf, sampleMatrix, sampleRoles } from "../sample-matrix.ts";

const matrix = sampleMatrix();

function verdictFor(name: string, ...roles: readonly string[]) {
  return callsOf(matrix, name).map((call) => verdictOf(call, roles, matrix))[0];
}

test("a call is allowed if one of the assigned roles allows it", () => {
  expect(verdictFor("POST /users", "view-realm", "manage-users")).toBe("allowed");
  expect(verdictFor("DELETE /admin/realms/{realm}", "realm-admin")).toBe("allowed");
});

test("a call is allowed by a role that comes with a composite one", () => {
  const inner = sampleMatrix([["GET /inner", { allowed: ["query-groups"] }]]);
  expect(
    callsOf(inner, "GET /inner").map((call) => verdictOf(call, ["view-users"], inner)),
  ).toEqual(["allowed"]);
});

test("a call is allowed if assigned roles allow it only together", () => {
  const call = "POST /users/{user-id}/impersonation";
  expect(verdictFor(call, "impersonation")).toBe("denied");
  expect(verdictFor(call, "impersonation", "view-users")).toBe("allowed");
});

test("a call is filtered if an assigned role gets partial results", () => {
  expect(verdictFor("GET /users", "query-users", "view-realm")).toBe("filtered");
  expect(verdictFor("GET /users", "query-users", "view-users")).toBe("allowed");
});

test("a call is denied without roles, or without roles that the version knows", () => {
  expect(verdictFor("GET /users")).toBe("denied");
  expect(verdictFor("GET /users", "__proto__", "create-organization", "")).toBe("denied");
});

test("a call is unknown if it, or part of an assigned role, wasn't measured", () => {
  expect(verdictFor("GET /broken")).toBe("unknown");
  expect(verdictFor("GET /broken", "view-users")).toBe("unknown");
  const half = sampleMatrix([
    ["GET /half", { unknown: ["view-realm"], filtered: ["query-users"] }],
  ]);
  const [call] = callsOf(half, "GET /half");
  const verdict = (...roles: readonly string[]) => call && verdictOf(call, roles, half);
  expect(verdict("view-realm", "view-clients")).toBe("unknown");
  expect(verdict("view-realm", "query-users")).toBe("filtered");
  expect(verdict("view-clients")).toBe("denied");
});

test("more roles never get less", () => {
  const order = ["denied", "filtered", "allowed"];
  const known = matrix.calls.filter(({ path }) => path !== "/broken");
  const some = fc.subarray([...sampleRoles, "__proto__"]);
  fc.assert(
    fc.property(fc.constantFrom(...known), some, some, (call, roles, more) => {
      const before = order.indexOf(verdictOf(call, roles, matrix));
      const after = order.indexOf(verdictOf(call, [...roles, ...more], matrix));
      expect(after).toBeGreaterThanOrEqual(before);
    }),
  );
});
