import { expect, test } from "vitest";
import { isRedirect } from "../../../../src/keycloak/api/is-redirect.ts";

test.each([
  ["default", 200, false],
  ["default", 302, true],
  ["default", 308, true],
  ["default", 404, false],
  // As a browser shows it.
  ["opaqueredirect", 0, true],
  ["error", 0, false],
] as const)("a response of type %s with status %i is a redirect: %s", (type, status, expected) => {
  const response = new Response();
  Object.defineProperty(response, "type", { value: type });
  Object.defineProperty(response, "status", { value: status });
  expect(isRedirect(response)).toBe(expected);
});
