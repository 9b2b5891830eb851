import { assertWellMade } from "./console/assert-well-made.ts";
import { storePresets } from "./realm/own-presets.ts";
import type { TestBed } from "./realm/test-bed.ts";
import { long } from "./run/whole-run.ts";
import { expect, test } from "./test.ts";

/** Roles of a client and of the realm, of which one holds full access. */
async function createRoles({ api, realmPath }: TestBed): Promise<void> {
  const uuid = await api.post(`${realmPath}/clients`, { clientId: "billing" });
  for (const name of ["read", "write"]) {
    await api.post(`${realmPath}/clients/${uuid}/roles`, { name });
  }
  await api.post(`${realmPath}/roles`, { name: "support" });
  const [admin] = await api.get<{ id: string }[]>(`${realmPath}/clients?clientId=realm-management`);
  const all = await api.get<{ name: string }[]>(`${realmPath}/clients/${admin?.id}/roles`);
  const path = `${realmPath}/roles/support/composites`;
  await api.post(
    path,
    all.filter(({ name }) => name === "realm-admin"),
  );
}

/** The attributes of the client that the realm's presets are stored in. */
async function storeOf({ api, realmPath }: TestBed) {
  const [store] = await api.get<Record<string, unknown>[]>(
    `${realmPath}/clients?clientId=service-account-presets`,
  );
  return store;
}

const storedPreset = async (testBed: TestBed, id: string): Promise<unknown> => {
  const store = await storeOf(testBed);
  const attributes = new Map(Object.entries(store?.["attributes"] ?? {}));
  const value: unknown = attributes.get(`preset.${id}`);
  return typeof value === "string" ? JSON.parse(value) : undefined;
};

test("the first preset of a realm is made in the console with roles of three containers, changed and deleted", async ({
  testBed,
  adminConsole,
  page,
}) => {
  await createRoles(testBed);
  const client = await testBed.createClient("api");
  await adminConsole.openPresets(testBed, client);
  await page.getByTestId("createPreset").click();
  const editor = page.getByTestId("presetEditor");
  await expect(editor.getByTestId("storeNote")).toContainText("service-account-presets");
  await assertWellMade(page);
  await editor.getByTestId("customName").fill("User Iookup");
  await expect(page.getByTestId("whyNotSave")).toContainText("User lookup");
  await editor.getByTestId("customName").fill("Billing sync");
  await editor.getByTestId("customPurpose").fill("Reads users and books invoices");
  const search = editor.getByTestId("roleSearch").getByRole("textbox");
  await search.fill("view-users");
  await editor.getByTestId('found-["realm-management","view-users"]').getByRole("checkbox").check();
  await search.fill("write");
  await editor.getByTestId("searchAll").click();
  await editor.getByTestId('found-["billing","write"]').getByRole("checkbox").check();
  await search.fill("support");
  await editor.getByTestId('found-["support"]').getByRole("checkbox").check();
  await expect(editor.getByTestId("customWorst")).toContainText("Full control of this realm");
  await expect(editor.getByTestId("chosenRoles").getByRole("listitem").first()).toContainText(
    "support",
  );
  await expect(editor.getByTestId("customReach")).toContainText("can escalate");
  await assertWellMade(page);
  await page.getByTestId("savePreset").click();
  await expect(editor).toHaveCount(0);
  expect(await storedPreset(testBed, "billing-sync")).toEqual({
    name: "Billing sync",
    purpose: "Reads users and books invoices",
    roles: [
      { client: "realm-management", role: "view-users" },
      { client: "billing", role: "write" },
      { role: "support" },
    ],
    revision: 1,
  });
  expect(await storeOf(testBed)).toMatchObject({
    enabled: false,
    publicClient: true,
    standardFlowEnabled: false,
    serviceAccountsEnabled: false,
    fullScopeAllowed: false,
  });

  const name = "Billing sync (this realm)";
  await adminConsole.clickPresetAction(name, "Edit…");
  await editor.getByTestId('chosen-["support"]').getByTestId("removeRole").click();
  await expect(editor.getByTestId("lost")).toContainText("support");
  await page.getByTestId("closeEditor").click();
  await expect(editor.getByTestId("presetNotSaved")).toBeVisible();
  await page.getByTestId("keepEditing").click();
  await page.getByTestId("savePreset").click();
  await expect(editor).toHaveCount(0);
  expect(await storedPreset(testBed, "billing-sync")).toMatchObject({
    revision: 2,
    formerly: [{ revision: 1 }],
  });

  await page.reload();
  await adminConsole.clickPresetAction(name, "Delete…");
  await expect(page.getByTestId("noHolders")).toBeVisible();
  await assertWellMade(page);
  await page.getByTestId("confirmDelete").click();
  await expect(page.getByTestId("deletePreset")).toHaveCount(0);
  expect(await storedPreset(testBed, "billing-sync")).toBe(undefined);
});

test(
  "a preset is made of the calls that a program makes, and applied it allows them",
  long,
  async ({ testBed, adminConsole, page }) => {
    const client = await testBed.createClient("api");
    await adminConsole.openPresets(testBed, client);
    await page.getByTestId("createFromCalls").click();
    const editor = page.getByTestId("presetEditor");
    await editor
      .getByTestId("pastedCalls")
      .fill("GET /admin/realms/acme/events\nGET /admin/realms/acme/users/6f0c2a");
    await editor.getByTestId("roles-view-events-view-users").getByRole("button").click();
    await expect(editor.getByTestId("chosenRoles").getByRole("listitem")).toHaveCount(2);
    await expect(editor.getByTestId('chosen-["realm-management","view-users"]')).toContainText(
      "query-users",
    );
    await assertWellMade(page);
    await editor.getByTestId("customName").fill("Audit");
    await page.getByTestId("savePreset").click();
    await expect(editor).toHaveCount(0);

    await adminConsole.clickApplyPreset("Audit (this realm)");
    await adminConsole.clickConfirm();
    await adminConsole.assertState("Audit (this realm)", "Applied");
    expect(await testBed.statusForClient(client, "GET", "/events")).toBe(200);
    expect(await testBed.statusForClient(client, "GET", "/identity-provider/instances")).toBe(403);
  },
);

test(
  "the editor fits into a window of 320 pixels",
  long,
  async ({ testBed, adminConsole, page }) => {
    const roles = [{ client: "realm-management", role: "manage-identity-providers" }];
    await storePresets(testBed, { "billing-sync": { name: "Billing sync", roles } });
    const client = await testBed.createClient("api");
    await adminConsole.openPresets(testBed, client);
    await page.setViewportSize({ width: 320, height: 800 });
    await page.getByTestId("createPreset").click();
    const editor = page.getByTestId("presetEditor");
    await editor.getByTestId("roleSearch").getByRole("textbox").fill("manage-identity-providers");
    const found = editor.getByTestId('found-["realm-management","manage-identity-providers"]');
    await found.getByRole("checkbox").check();
    await expect(editor.getByTestId("searchAll")).toBeVisible();
    const widths = await page
      .getByRole("dialog")
      .evaluate(({ scrollWidth, clientWidth }) => [scrollWidth, clientWidth]);
    expect(widths[0]).toBe(widths[1]);
    await assertWellMade(page);
  },
);

test("who can't manage clients looks at a preset, and is told why not more", async ({
  testBed,
  adminConsole,
  page,
}) => {
  const roles = [{ client: "realm-management", role: "view-users" }];
  await storePresets(testBed, { "billing-sync": { name: "Billing sync", roles } });
  const client = await testBed.createClient("api");
  const visitor = await testBed.createAdministrator("reader", [
    ...["view-clients", "view-users", "view-realm"],
  ]);
  await adminConsole.openPresets(testBed, client, { visitor });
  await adminConsole.clickPresetAction("Billing sync (this realm)", "Edit…");
  const editor = page.getByTestId("presetEditor");
  await expect(editor.getByTestId("customReadOnly")).toContainText("service-account-presets");
  await expect(page.getByTestId("savePreset")).toHaveCount(0);
  await assertWellMade(page);
});
