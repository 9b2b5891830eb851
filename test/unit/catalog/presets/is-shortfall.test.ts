import { expect, test } from "vitest";
import { isShortfall } from "../../../../src/catalog/presets/is-shortfall.ts";

const preset = { id: "usage-statistics" } as const;
const call = { method: "GET", path: "/users/count" } as const;

test.each([
  ["26.0.8", true],
  ["26.2.5", true],
  ["25.9", true],
  ["26.3.0", false],
  ["26.10.1", false],
  ["27.0.0", false],
])("on %s the count of users falls short: %s", (version, isShort) => {
  expect(isShortfall(preset, call, { version })).toBe(isShort);
});

test("what keeps its promise everywhere falls short nowhere", () => {
  expect(isShortfall({ id: "user-lookup" }, call, { version: "26.0.8" })).toBe(false);
});
