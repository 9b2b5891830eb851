import { expect, it } from "vitest";
import { keycloakVersion, wholeNumber } from "../../../../tools/command/tool.ts";

it("takes a full version of Keycloak from 26 on", () => {
  expect(keycloakVersion("26.7.3")).toBe("26.7.3");
});

it.each(["26", "26.7", "25.0.6", "26.7.3-1", "newest", ""])("refuses the version %s", (text) => {
  expect(() => keycloakVersion(text)).toThrow("26.0.0");
});

it("takes a whole number within its bounds", () => {
  expect(wholeNumber(1, 65_535)("8080")).toBe(8080);
});

it.each(["0", "65536", "80.5", "-1", "1e3", "", " 80"])("refuses the number %j", (text) => {
  expect(() => wholeNumber(1, 65_535)(text)).toThrow("from 1 to 65535");
});
