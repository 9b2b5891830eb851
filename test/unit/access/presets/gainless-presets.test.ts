import { expect, test } from "vitest";
import { gainlessPresets } from "../../../../src/access/presets/gainless-presets.ts";
import { loadMinor } from "../../../../src/catalog/measured/load-measurement.ts";
import { presetsForProvider } from "../../../../src/catalog/presets/presets-for-provider.ts";

const matrix = await loadMinor("26.7");
const gainless = (names: readonly string[], possible: readonly string[] = []) => {
  if (matrix === undefined) throw new Error("26.7 was not measured.");
  const held = { names: new Set(names), reduced: new Set<string>(), possible: new Set(possible) };
  return gainlessPresets(presetsForProvider("native"), held, matrix);
};

test("with realm-admin no preset of the realm opens a further call", () => {
  const found = gainless(["realm-admin"]);
  expect(found).toContain("user-lookup");
  expect(found).toContain("realm-as-code");
});

test("a role that brings the others of a preset leaves it nothing to open", () => {
  expect(gainless(["view-users"])).toEqual(new Set(["user-lookup"]));
});

test("one further call is enough: manage-users lacks a call that view-users has", () => {
  expect(gainless(["manage-users"])).not.toContain("user-lookup");
  expect(gainless(["manage-users", "view-realm"])).toContain("user-lookup");
});

test("without roles, or if a role that may count can't be seen, nothing is reported", () => {
  expect(gainless([]).size).toBe(0);
  expect(gainless(["realm-admin"], ["manage-users"]).size).toBe(0);
});

test("a preset whose role was not measured is never said to open nothing", () => {
  expect(gainless(["realm-admin"])).not.toContain("organization-creation");
});
