import {
  applyAndUndo,
  applyAndUndoAtOwnConsole,
  organizationManagement,
  userLookup,
} from "./console/apply-and-undo.ts";
import { long } from "./run/whole-run.ts";
import { isSince } from "./servers/tested-version.ts";
import { expect, test } from "./test.ts";

test("User lookup is applied with one click, and Undo removes it", async ({
  testBed,
  adminConsole,
}) => {
  await applyAndUndo(testBed, adminConsole, userLookup);
});

if (isSince("26.7")) {
  test("Organization management is applied with one click, and Undo removes it", async ({
    testBed,
    adminConsole,
  }) => {
    await testBed.enableOrganizations();
    await applyAndUndo(testBed, adminConsole, organizationManagement);
  });
} else {
  test("without roles for organizations, their presets say which version has them", async ({
    testBed,
    adminConsole,
  }) => {
    const client = await testBed.createClient("api");
    const { preset } = organizationManagement;
    await adminConsole.openPresets(testBed, client);
    await adminConsole.assertState(preset, "Not available here");
    await expect(adminConsole.preset(preset).getByTestId("applyPreset")).toHaveCount(0);
    await adminConsole.togglePreset(preset);
    await expect(adminConsole.preset(preset)).toContainText("need Keycloak 26.7");
  });
}

test("the toast undoes its change", async ({ testBed, adminConsole }) => {
  const client = await testBed.createClient("api");
  await adminConsole.openPresets(testBed, client);
  await adminConsole.clickApplyPreset(userLookup.preset);
  await adminConsole.clickUndoInToast();
  await adminConsole.assertNoState(userLookup.preset);
  expect(await testBed.rolesHeldBy(client)).toEqual([testBed.defaultRole]);
});

test("an administrator of one realm applies a preset at that realm's own console", async ({
  testBed,
  adminConsole,
}) => {
  await applyAndUndoAtOwnConsole(testBed, adminConsole, userLookup);
});

test.describe("with TLS, console and login on two hosts below a relative path", () => {
  test.use({ deployment: "split" });

  test("a preset is applied and undone", async ({ testBed, adminConsole }) => {
    await applyAndUndo(testBed, adminConsole, userLookup);
  });

  test(
    "a preset is applied and undone at a realm's own console",
    long,
    async ({ testBed, adminConsole }) => {
      await applyAndUndoAtOwnConsole(testBed, adminConsole, userLookup);
    },
  );
});

test.describe("on the oldest Keycloak", { tag: "@oldest" }, () => {
  test.use({ deployment: "oldest" });

  test("a preset is applied and undone", async ({ testBed, adminConsole }) => {
    await applyAndUndo(testBed, adminConsole, userLookup);
  });
});
