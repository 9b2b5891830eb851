import { expect, test } from "vitest";
import { minorOf } from "../../../../src/catalog/server/minor-of.ts";
import { versionOfConsole } from "../../../../src/catalog/server/version-of-console.ts";

test.each([
  ["main-hZIJIVx9.js", "26.0.0"],
  ["main-BonZl4fJ.js", "26.4.7"],
  ["main-CB1rIpj1.js", "26.7.3"],
])("a console with the entry script %s is of Keycloak %s", (script, version) => {
  expect(versionOfConsole(script)).toBe(version);
});

test("of releases that share a console, the oldest is meant", () => {
  expect(versionOfConsole("main-oXeeBmgR.js")).toBe("26.1.1");
});

test.each([undefined, "", "main.js", "main-unknown1.js", "main-__proto__.js"])(
  "a console with the entry script %s is of no known version",
  (script) => {
    expect(versionOfConsole(script)).toBeUndefined();
  },
);

test("the minor of a version is its first two numbers", () => {
  expect(minorOf("26.4.7")).toBe("26.4");
});
