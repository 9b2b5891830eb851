import { expect, test } from "vitest";
import { runPresets } from "../run-presets.ts";

const phaseTwo = ["--organizations", "phaseTwo"];

test("show prints the purpose, roles, risk and calls of a preset", async () => {
  const { exitCode, output, errors } = await runPresets(["show", "user-lookup"]);
  expect({ exitCode, errors }).toEqual({ exitCode: 0, errors: "" });
  expect(output).toMatch(/^User lookup \(user-lookup\)\n/);
  expect(output).toContain("Roles:    view-users, query-users");
  expect(output).toContain("At worst: medium: Reads all personal data");
  expect(output).toMatch(/^Reach: {4}reads: users, groups, /m);
  expect(output).toMatch(/GET {4}\/users {2}List or search users/);
});

test("show gives programs all calls that a preset was measured to allow on a minor", async () => {
  const words = ["show", "user-lookup", "--json", "--keycloak", "26.0"];
  const shown = JSON.parse((await runPresets(words)).output);
  expect(shown).toMatchObject({
    id: "user-lookup",
    measuredOn: expect.stringMatching(/^26\.0\./),
    reach: expect.objectContaining({ users: "reads", events: "none" }),
    reachMeasuredOn: expect.stringMatching(/^26\.0\./),
  });
  expect(shown.allows).toContain("GET /users/{user-id}");
  expect(shown.allows).toEqual(expect.arrayContaining(shown.madeFor));
});

test("show answers for the newest measured minor that can have this provider of organizations", async () => {
  const measuredOn = async (...words: readonly string[]) =>
    JSON.parse((await runPresets(["show", "user-lookup", "--json", ...words])).output).measuredOn;
  expect(await measuredOn()).toMatch(/^26\.7\./);
  // From 26.7 on Keycloak has roles of the same names itself.
  expect(await measuredOn(...phaseTwo)).toMatch(/^26\.6\./);
  expect(await measuredOn(...phaseTwo, "--keycloak", "26.4")).toMatch(/^26\.4\./);
});

test("show includes the calls of Phase Two's extension on request", async () => {
  const { output } = await runPresets(["show", "organization-lookup", ...phaseTwo]);
  expect(output).toMatch(/Purpose.*:\n {2}GET {4}\/realms\/\{realm\}\/orgs\/\{orgId\} {2}/);
});

test("show refuses an unknown preset, and names the nearest one", async () => {
  const { exitCode, output, errors } = await runPresets(["show", "user-lokup"]);
  expect({ exitCode, output }).toEqual({ exitCode: 2, output: "" });
  expect(errors).toContain('There is no preset "user-lokup". Did you mean user-lookup?');
});

test("show refuses a minor that was not measured, and names those that were", async () => {
  const words = ["show", "user-lookup", "--keycloak", "25.0"];
  const { exitCode, output, errors } = await runPresets(words);
  expect({ exitCode, output }).toEqual({ exitCode: 2, output: "" });
  expect(errors).toContain("26.7, 26.6");
});
