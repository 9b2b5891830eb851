import fc from "fast-check";
import { expect, test } from "vitest";
import { isPresetId, presetIdFor } from "../../../../src/access/custom/preset-id.ts";
import { anyText } from "../any-text.ts";

test.each([
  ["Billing sync", "billing-sync"],
  ["  HR: Provisioning (EU) ", "hr-provisioning-eu"],
  ["Büro-Überblick", "buro-uberblick"],
  ["請求書の同期", "preset"],
  ["__proto__", "proto"],
  ["x".repeat(80), "x".repeat(63)],
])("the id of %j is %s", (name, id) => {
  expect(presetIdFor(name, new Set())).toBe(id);
});

test("an id that is taken gets a number", () => {
  expect(presetIdFor("Billing", new Set(["billing", "billing-2"]))).toBe("billing-3");
  const long = "x".repeat(63);
  expect(presetIdFor(long, new Set([long]))).toBe(`${"x".repeat(61)}-2`);
});

test("whatever the name is, its id may be used and is free", () => {
  fc.assert(
    fc.property(anyText({ maxLength: 80 }), (name) => {
      const first = presetIdFor(name, new Set());
      const second = presetIdFor(name, new Set([first]));
      expect(isPresetId(first) && isPresetId(second)).toBe(true);
      expect(second).not.toBe(first);
    }),
  );
});
