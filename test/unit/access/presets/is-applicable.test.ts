import { expect, test } from "vitest";
import { isApplicable, presetStates } from "../../../../src/access/presets/preset-state.ts";
import { makeSnapshot } from "../make-snapshot.ts";

const isLookupApplicable = (...mapped: readonly string[]) =>
  presetStates(makeSnapshot({ mapped })).some(
    ({ preset, status }) => preset.id === "user-lookup" && isApplicable(status),
  );

test("a preset of which a role is missing can be applied", () => {
  expect(isLookupApplicable("query-users")).toBe(true);
});

test("a preset that is applied, or comes with one that is, can't be applied again", () => {
  expect(isLookupApplicable("view-users")).toBe(false);
  expect(isLookupApplicable("realm-admin")).toBe(false);
});

test("where the roles are held and do not count, applying it changes that", () => {
  expect(isApplicable({ kind: "outOfScope", roles: [] })).toBe(true);
  const clientScope = { id: "scope-id", name: "organization" };
  expect(isApplicable({ kind: "lacksClientScope", clientScope })).toBe(true);
});
