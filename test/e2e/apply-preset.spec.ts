import type { AdminConsole } from "./console.ts";
import type { Visitor } from "./sign-in-beforehand.ts";
import { expect, test } from "./test.ts";
import type { TestBed } from "./test-bed.ts";

/** A preset with its roles in `realm-management`, and a call that it is there for. */
interface Job {
  readonly preset: string;
  readonly roles: readonly string[];
  readonly path: string;
}

const userLookup: Job = {
  preset: "User lookup",
  roles: ["query-users", "view-users"],
  path: "/users",
};

const organizationManagement: Job = {
  preset: "Organization management",
  roles: ["manage-organizations", "query-users", "view-organizations", "view-users"],
  path: "/organizations",
};

/** The product's story: a call is denied, one click later it is allowed, and Undo takes that back. */
async function applyAndUndo(
  testBed: TestBed,
  adminConsole: AdminConsole,
  { preset, roles, path }: Job,
  visitor?: Visitor,
): Promise<void> {
  const client = await testBed.createClient("api");
  const { realm, defaultRole } = testBed;
  const statusOfCall = () => testBed.statusForClient(client, "GET", path);
  expect(await statusOfCall()).toBe(403);

  await adminConsole.signInToClient({ realm, clientUuid: client.clientUuid }, visitor);
  await adminConsole.goToPresets();
  await adminConsole.assertNoState(preset);
  await adminConsole.clickApplyPreset(preset);
  await adminConsole.assertToast(`${preset} applied`);
  await adminConsole.assertState(preset, "Applied");
  const mapped = roles.map((role) => `realm-management/${role}`);
  expect(await testBed.rolesHeldBy(client)).toEqual([defaultRole, ...mapped]);
  expect(await statusOfCall()).toBe(200);

  await adminConsole.clickUndo();
  await adminConsole.assertNoState(preset);
  expect(await testBed.rolesHeldBy(client)).toEqual([defaultRole]);
  expect(await statusOfCall()).toBe(403);
}

test("a client that looks up users gets that with one click, and Undo takes it back", async ({
  testBed,
  adminConsole,
}) => {
  await applyAndUndo(testBed, adminConsole, userLookup);
});

test("a client that manages organizations gets that with one click, and Undo takes it back", async ({
  testBed,
  adminConsole,
}) => {
  await testBed.enableOrganizations();
  await applyAndUndo(testBed, adminConsole, organizationManagement);
});

test("the toast undoes what it tells", async ({ testBed, adminConsole }) => {
  const client = await testBed.createClient("api");
  await adminConsole.signInToClient({ realm: testBed.realm, clientUuid: client.clientUuid });
  await adminConsole.goToPresets();
  await adminConsole.clickApplyPreset(userLookup.preset);
  await adminConsole.clickUndoInToast();
  await adminConsole.assertNoState(userLookup.preset);
  expect(await testBed.rolesHeldBy(client)).toEqual([testBed.defaultRole]);
});

test("an administrator of one realm applies a preset at that realm's own console", async ({
  testBed,
  adminConsole,
}) => {
  const anna = await testBed.createAdministrator("anna", ["realm-admin"]);
  await applyAndUndo(testBed, adminConsole, userLookup, { ...anna, realm: testBed.realm });
});

test.describe("with TLS, console and login on two hosts below a relative path", () => {
  test.use({ deployment: "split" });

  test("a preset is applied and undone", async ({ testBed, adminConsole }) => {
    await applyAndUndo(testBed, adminConsole, userLookup);
  });

  test("a preset is applied and undone at a realm's own console", async ({
    testBed,
    adminConsole,
  }) => {
    const anna = await testBed.createAdministrator("anna", ["realm-admin"]);
    await applyAndUndo(testBed, adminConsole, userLookup, { ...anna, realm: testBed.realm });
  });
});

test.describe("on the oldest Keycloak", { tag: "@oldest" }, () => {
  test.use({ deployment: "oldest" });

  test("a preset is applied and undone", async ({ testBed, adminConsole }) => {
    await applyAndUndo(testBed, adminConsole, userLookup);
  });
});
