import { expect, test } from "vitest";
import type { Preset } from "../../../../src/catalog/presets/presets.ts";
import { describePreset } from "../../../../src/cli/output/describe-preset.ts";
import { matrixOf } from "../../access/measured-reach.ts";

const matrix = await matrixOf("26.7");

test("a preset is described with its reach, and the version on which that was measured", () => {
  const preset: Preset = {
    id: "user-lookup",
    group: "users",
    roles: [{ container: "admin", name: "view-users" }],
  };
  expect(describePreset(preset, matrix, undefined)).toMatchObject({
    reach: { users: "reads", clients: "none" },
    reachMeasuredOn: "26.7.3",
  });
});

test("a preset without a known risk has null for it, and no consequences", () => {
  const preset: Preset = {
    id: "user-lookup",
    group: "users",
    roles: [{ container: "admin", name: "some-new-role" }],
  };
  expect(describePreset(preset, matrix, undefined)).toMatchObject({
    adminRoles: ["some-new-role"],
    realmRoles: [],
    risk: null,
    consequences: [],
  });
});
