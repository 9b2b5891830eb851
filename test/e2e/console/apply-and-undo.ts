import type { TestBed } from "../realm/test-bed.ts";
import { expect } from "../test.ts";
import type { AdminConsole } from "./admin-console.ts";
import type { Visitor } from "./sign-in-beforehand.ts";

/** A preset with its roles in `realm-management`, and a call that it is there for. */
export interface Job {
  readonly preset: string;
  readonly roles: readonly string[];
  readonly path: string;
}

export const userLookup: Job = {
  preset: "User lookup",
  roles: ["query-users", "view-users"],
  path: "/users",
};

export const organizationManagement: Job = {
  preset: "Organization management",
  roles: ["manage-organizations", "query-users", "view-organizations", "view-users"],
  path: "/organizations",
};

/** The product's story: a call is denied, one click later it is allowed, and Undo takes that back. */
export async function applyAndUndo(
  testBed: TestBed,
  adminConsole: AdminConsole,
  { preset, roles, path }: Job,
  visitor?: Visitor,
): Promise<void> {
  const client = await testBed.createClient("api");
  const { defaultRole } = testBed;
  const statusOfCall = () => testBed.statusForClient(client, "GET", path);
  expect(await statusOfCall()).toBe(403);

  await adminConsole.openClient(testBed, client, { visitor });
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

/** The same, by an administrator of the realm at its own console. */
export async function applyAndUndoAtOwnConsole(
  testBed: TestBed,
  adminConsole: AdminConsole,
  job: Job,
): Promise<void> {
  const anna = await testBed.createAdministrator("anna", ["realm-admin"]);
  await applyAndUndo(testBed, adminConsole, job, anna);
}
