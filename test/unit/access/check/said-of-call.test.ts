import { expect, test } from "vitest";
import { saidOfCall } from "../../../../src/access/check/said-of-call.ts";

const known = { areRolesAll: true, areTokensRefused: false };

test("where all is known, what comes of a call now is said", () => {
  expect(saidOfCall("allowed", known)).toBe("allowed");
  expect(saidOfCall("denied", known)).toBe("denied");
});

test("where every token is refused, no call is allowed", () => {
  expect(saidOfCall("allowed", { ...known, areTokensRefused: true })).toBe("denied");
  expect(saidOfCall("unknown", { ...known, areTokensRefused: true })).toBe("denied");
});

test("where it isn't known whether tokens are refused, only roles are spoken of", () => {
  const unknown = { ...known, areTokensRefused: undefined };
  expect(saidOfCall("allowed", unknown)).toBe("allowedByRoles");
  expect(saidOfCall("filtered", unknown)).toBe("filteredByRoles");
  expect(saidOfCall("unknown", unknown)).toBe("unknown");
});

test("where permissions may allow what roles don't, a call isn't said to be denied", () => {
  expect(saidOfCall("denied", { ...known, areRolesAll: false })).toBe("deniedByRoles");
});
