import { expect, test } from "vitest";
import type { Preset } from "../../../../src/catalog/presets/presets.ts";
import { describePreset } from "../../../../src/cli/output/describe-preset.ts";

test("a preset without a known risk has null for it, and no consequences", () => {
  const preset: Preset = {
    id: "user-lookup",
    group: "users",
    roles: [{ container: "admin", name: "some-new-role" }],
  };
  expect(describePreset(preset)).toMatchObject({
    adminRoles: ["some-new-role"],
    realmRoles: [],
    risk: null,
    consequences: [],
  });
});
