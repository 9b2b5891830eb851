import { expect, test } from "./test.ts";

test("for a public client, a separate API client comes first, and making it confidential needs confirmation", async ({
  testBed,
  adminConsole,
  page,
}) => {
  const client = await testBed.createClient("public");
  const { api, realmPath } = testBed;
  await adminConsole.openPresets(testBed, client);
  await page.getByTestId("createSeparateClient").click();
  await page.getByTestId("skipPreset").click();
  await expect(page.getByTestId("newClientId")).toHaveValue("public-client-api");
  await page.getByTestId("closeNewClient").click();

  const path = `${realmPath}/clients/${client.clientUuid}`;
  const before = await api.get<Record<string, unknown>>(path);
  await adminConsole.clickEnableServiceAccounts();
  await expect(page.getByTestId("planMadeConfidential")).toContainText("can no longer sign in");
  expect(await api.get<object>(path)).toMatchObject({ publicClient: true });
  await adminConsole.clickConfirm();
  await expect(adminConsole.summary).toContainText("No admin roles in realm");
  const after = await api.get<Record<string, unknown>>(path);
  expect(after).toMatchObject({ publicClient: false, serviceAccountsEnabled: true });
  expect(after["redirectUris"]).toEqual(before["redirectUris"]);
  expect(after["standardFlowEnabled"]).toBe(before["standardFlowEnabled"]);

  await adminConsole.clickUndo();
  await expect(page.getByTestId("leftoverAccount")).toContainText("has no admin roles");
  expect(await api.get<object>(path)).toMatchObject({ publicClient: true });
  // The console's own forms would write the old settings back: leaving the tab loads the page again.
  await page.getByTestId("clientSettingsTab").click();
  await adminConsole.assertClientPage();
});

test("a leftover account is shown with its access before service accounts are enabled", async ({
  testBed,
  adminConsole,
  page,
}) => {
  const client = await testBed.createClient("api");
  const { api, realmPath } = testBed;
  await testBed.grant(client, { "realm-management": ["realm-admin"] });
  const path = `${realmPath}/clients/${client.clientUuid}`;
  const settings = await api.get<object>(path);
  await api.put(path, { ...settings, publicClient: true });

  await adminConsole.openPresets(testBed, client);
  await expect(page.getByTestId("leftoverAccount")).toContainText("realm-admin");
  await adminConsole.clickEnableServiceAccounts();
  await expect(page.getByTestId("planReturning")).toContainText("realm-admin");
  await adminConsole.clickCancel();

  await adminConsole.clickPresetAction("User lookup", "Replace access…");
  await expect(page.getByTestId("planReturning")).toHaveCount(0);
  await adminConsole.clickConfirm();
  await adminConsole.assertState("User lookup", "Applied");
  expect(await testBed.rolesHeldBy(client)).toEqual([
    testBed.defaultRole,
    "realm-management/query-users",
    "realm-management/view-users",
  ]);
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

test("one plan enables service accounts and assigns the roles, and Undo makes the client public again", async ({
  testBed,
  adminConsole,
  page,
}) => {
  const client = await testBed.createClient("public");
  const { realmPath, api } = testBed;
  await adminConsole.openPresets(testBed, client);
  await adminConsole.clickApplyPreset("User lookup");
  const dialog = page.getByTestId("planDialog");
  await expect(dialog.getByTestId("planMadeConfidential")).toBeVisible();
  await expect(dialog.getByTestId("planSteps").getByRole("listitem").first()).toContainText(
    "Turn on client authentication and service accounts for public-client",
  );
  await adminConsole.clickConfirm();
  await adminConsole.assertState("User lookup", "Applied");
  expect(await testBed.rolesHeldBy(client)).toContain("realm-management/view-users");

  await adminConsole.clickUndo();
  await expect(page.getByTestId("leftoverAccount")).toBeVisible();
  expect(await testBed.rolesHeldBy(client)).toEqual([testBed.defaultRole]);
  const settings = await api.get<object>(`${realmPath}/clients/${client.clientUuid}`);
  expect(settings).toMatchObject({ publicClient: true, serviceAccountsEnabled: true });
});

test("viewing a client whose account has an unusual name creates no account until a person asks for one", async ({
  testBed,
  adminConsole,
  page,
}) => {
  const client = await testBed.createClient("api");
  const { api, realmPath } = testBed;
  const named = `${realmPath}/users?username=service-account-${client.clientId}&exact=true`;
  const [user] = await api.get<readonly { id: string }[]>(named);
  await api.delete(`${realmPath}/users/${user?.id}`);

  await adminConsole.openPresets(testBed, client);
  await expect(page.getByTestId("accountNotFound")).toContainText("no user is named");
  await page.getByTestId("check").click();
  await expect(page.getByTestId("check-account")).toHaveAttribute("data-verdict", "unknown");
  await page.keyboard.press("Escape");
  expect(await api.get<readonly unknown[]>(named)).toEqual([]);

  await page.getByTestId("findOrCreateAccount").click();
  await expect(adminConsole.summary).toContainText("No admin roles in realm");
  expect(await api.get<readonly unknown[]>(named)).toHaveLength(1);
});
