import { expect, test } from "./test.ts";

test("a public client is told what changes before it gets a service account", async ({
  testBed,
  adminConsole,
  page,
}) => {
  const client = await testBed.createClient("public");
  await adminConsole.openPresets(testBed, client);
  await expect(adminConsole.panel).toContainText("The client gets a secret");
  await expect(adminConsole.panel).toContainText("must send it from then on");
  const path = `${testBed.realmPath}/clients/${client.clientUuid}`;
  const before = await testBed.api.get<Record<string, unknown>>(path);

  await adminConsole.clickEnableServiceAccounts();
  await expect(adminConsole.summary).toContainText("Holds no admin role");
  // The console's own forms would write the old settings back: leaving the tab loads the page again.
  await page.getByTestId("clientSettingsTab").click();
  await expect(adminConsole.stockServiceAccountTab).toBeVisible();
  const after = await testBed.api.get<Record<string, unknown>>(path);
  expect(after).toMatchObject({ publicClient: false, serviceAccountsEnabled: true });
  expect(after["redirectUris"]).toEqual(before["redirectUris"]);
  expect(after["standardFlowEnabled"]).toBe(before["standardFlowEnabled"]);
});

test("a confidential client gets a service account with one button", async ({
  testBed,
  adminConsole,
}) => {
  const client = await testBed.createClient("confidential");
  await adminConsole.openPresets(testBed, client);
  await expect(adminConsole.panel).not.toContainText("gets a secret");
  await adminConsole.clickEnableServiceAccounts();
  await adminConsole.assertNoState("User lookup");
  await adminConsole.clickApplyPreset("User lookup");
  await adminConsole.assertState("User lookup", "Applied");
  expect(await testBed.tokenOf(client)).not.toBe("");
});

test("one plan switches service accounts on and maps the roles, and Undo says what it leaves", async ({
  testBed,
  adminConsole,
  page,
}) => {
  const client = await testBed.createClient("public");
  const { realmPath, api } = testBed;
  await adminConsole.openPresets(testBed, client);
  await adminConsole.clickApplyPreset("User lookup");
  const dialog = page.getByTestId("planDialog");
  await expect(dialog.getByRole("listitem").first()).toContainText(
    "Switch client authentication and service accounts of public-client on",
  );
  await adminConsole.clickConfirm();
  await adminConsole.assertState("User lookup", "Applied");
  expect(await testBed.rolesHeldBy(client)).toContain("realm-management/view-users");

  await adminConsole.clickUndo();
  await expect(adminConsole.toast.last()).toContainText("Service accounts stay on");
  expect(await testBed.rolesHeldBy(client)).toEqual([testBed.defaultRole]);
  const settings = await api.get<object>(`${realmPath}/clients/${client.clientUuid}`);
  expect(settings).toMatchObject({ publicClient: false, serviceAccountsEnabled: true });
});
