import { expect, test } from "vitest";
import { parseKeycloakVersion } from "../../../../src/cli/arguments/parse-keycloak-version.ts";

test.each([
  ["26.7", "26.7"],
  ["26.4.7", "26.4.7"],
  ["26.8.2", "26.8.2"],
  ["27", "27.0"],
])("takes %s", (text, version) => {
  expect(parseKeycloakVersion(text)).toBe(version);
});

test.each(["", "newest", "26.7.3.1", "v26.7", "26.1", "25.0.6"])("refuses %j", (text) => {
  expect(() => parseKeycloakVersion(text)).toThrow(/no version|was measured/);
});
