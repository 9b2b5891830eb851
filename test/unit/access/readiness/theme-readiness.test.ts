import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import {
  ownThemeParents,
  type ThemeParents,
  type ThemeType,
  themeReadiness,
  themeTypes,
} from "../../../../src/access/readiness/theme-readiness.ts";

const noParents: ThemeParents = new Map();

const problemOf = (type: ThemeType, theme: string, parents = noParents) =>
  themeReadiness(new Map([[type, theme]]), parents, "27").map(({ verdict, parent }) =>
    parent === undefined ? verdict : `${verdict} ${parent}`,
  );

test.each([
  ["login", "keycloak.v2"],
  ["account", "keycloak.v3"],
  ["admin", "keycloak.v2"],
] as const)("naming the %s theme %s falls back to the default theme", (type, theme) => {
  expect(problemOf(type, theme)).toEqual(["warns"]);
});

test.each([
  ["email", "keycloak"],
  ["login", "base"],
  ["admin", "base"],
] as const)("the %s theme %s stays", (type, theme) => {
  expect(problemOf(type, theme)).toEqual([]);
});

test("a theme is lost where one that it inherits from goes, at any distance", () => {
  const parents = new Map([
    ["login/acme", "acme-base"],
    ["login/acme-base", "keycloak.v2"],
    ["email/acme", "base"],
  ]);
  expect(problemOf("login", "acme", parents)).toEqual(["breaks keycloak.v2"]);
  expect(problemOf("email", "acme", parents)).toEqual([]);
});

test("a theme whose files weren't read isn't known, nor is the old login theme", () => {
  expect(problemOf("login", "acme")).toEqual(["notKnown"]);
  expect(problemOf("login", "keycloak")).toEqual(["notKnown"]);
  expect(problemOf("login", "acme", new Map([["login/acme", "other"]]))).toEqual(["notKnown"]);
});

test("a theme without a parent stays, and one that inherits from itself ends", () => {
  expect(problemOf("login", "acme", new Map([["login/acme", undefined]]))).toEqual([]);
  expect(problemOf("login", "acme", new Map([["login/acme", "acme"]]))).toEqual([]);
});

test("no theme goes with 26.8", () => {
  expect(themeReadiness(new Map([["login", "keycloak.v2"]]), noParents, "26.8")).toEqual([]);
});

test.each(themeTypes)("the parent of this product's %s theme is the one in its files", (type) => {
  const path = `theme/service-account-presets/${type}/theme.properties`;
  const parent = /^parent=(.*)$/m.exec(readFileSync(path, "utf8"))?.[1];
  expect(ownThemeParents.get(`${type}/service-account-presets`)).toBe(parent);
});
