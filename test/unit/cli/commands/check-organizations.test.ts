import { expect, test } from "vitest";
import { account, client, ofManagement } from "../exported-realm.ts";
import { runPresets } from "../run-presets.ts";
import { makeTestFolder } from "../test-folder.ts";

const folder = makeTestFolder();

/** A realm with Phase Two's extension, whose client onboards tenants as the preset has it there. */
const roles = [
  ...["view-organizations", "manage-organizations", "manage-users", "manage-identity-providers"],
];
const realm = folder.write(
  "phase-two.json",
  JSON.stringify({
    realm: "demo",
    roles: {
      client: { "realm-management": [...roles, "create-organization"].map((name) => ({ name })) },
    },
    clients: [client("onboarding")],
    users: [account("onboarding", { clientRoles: ofManagement(...roles) })],
  }),
);

const check = (...words: readonly string[]) =>
  runPresets(["check", realm, "--allow", "tenant-onboarding", ...words]);

test("check allows presets with the roles of Phase Two's extension if an option says so", async () => {
  const { exitCode, errors } = await check("--organizations", "phaseTwo");
  expect({ exitCode, errors }).toEqual({ exitCode: 0, errors: "" });
});

test("check takes Keycloak's own presets else, and names what is beyond them", async () => {
  const { exitCode, output } = await check();
  expect(exitCode).toBe(1);
  expect(output).toContain("NOT ALLOWED  demo / onboarding: view-organizations");
});

test("check refuses a preset that the extension makes needless, with the nearest one", async () => {
  const words = ["--allow", "organization-membership", "--organizations", "phaseTwo"];
  const { exitCode, errors } = await check(...words);
  expect(exitCode).toBe(2);
  expect(errors).toContain('There is no preset "organization-membership"');
});
