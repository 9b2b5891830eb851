import { expect, test } from "vitest";
import { presets } from "../../../../src/catalog/presets/presets.ts";
import { runPresets } from "../run-presets.ts";

test("list names every preset with its risk and roles", async () => {
  const { exitCode, output, errors } = await runPresets(["list"]);
  expect({ exitCode, errors }).toEqual({ exitCode: 0, errors: "" });
  const lines = output.trimEnd().split("\n");
  expect(lines.map((line) => line.split(/\s+/)[0])).toEqual(presets.map(({ id }) => id));
  expect(lines[0]).toMatch(/^user-lookup\s+medium\s+view-users query-users$/);
});

test("list gives programs the same as JSON, for Phase Two's organizations too", async () => {
  const { output } = await runPresets(["list", "--json", "--organizations", "phaseTwo"]);
  expect(JSON.parse(output)).toContainEqual({
    id: "organization-onboarding",
    name: "Organization onboarding",
    purpose: expect.any(String),
    group: "organizations",
    adminRoles: ["view-organizations", "manage-organizations"],
    realmRoles: [],
    risk: "high",
    consequences: expect.any(Array),
    reach: expect.objectContaining({ organizations: "canEscalate", users: "none" }),
    reachMeasuredOn: expect.stringMatching(/^26\.6\./),
  });
});

test("list refuses another provider of organizations, and names those that it knows", async () => {
  const { exitCode, output, errors } = await runPresets(["list", "--organizations", "none"]);
  expect({ exitCode, output }).toEqual({ exitCode: 2, output: "" });
  expect(errors).toContain("Allowed choices are native, phaseTwo");
});
