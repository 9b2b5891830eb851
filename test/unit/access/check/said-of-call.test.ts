import { expect, test } from "vitest";
import { saidOfCall } from "../../../../src/access/check/said-of-call.ts";

const known = { areRolesAll: true, areTokensRefused: false };

test("if everything is known, the verdict of a call is definite", () => {
  expect(saidOfCall("allowed", known)).toBe("allowed");
  expect(saidOfCall("denied", known)).toBe("denied");
});

test("if every token is rejected, no call is allowed", () => {
  expect(saidOfCall("allowed", { ...known, areTokensRefused: true })).toBe("denied");
  expect(saidOfCall("unknown", { ...known, areTokensRefused: true })).toBe("denied");
});

test("if it isn't known whether tokens are rejected, verdicts are by roles only", () => {
  const unknown = { ...known, areTokensRefused: undefined };
  expect(saidOfCall("allowed", unknown)).toBe("allowedByRoles");
  expect(saidOfCall("filtered", unknown)).toBe("filteredByRoles");
  expect(saidOfCall("unknown", unknown)).toBe("unknown");
});

test("if permissions may allow what roles don't, no call is called denied", () => {
  expect(saidOfCall("denied", { ...known, areRolesAll: false })).toBe("deniedByRoles");
});
