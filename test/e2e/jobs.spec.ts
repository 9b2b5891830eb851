/**
 * What operators come for, each with the clicks and keys that it takes, which `docs/benchmarks.md` lists. The first job
 * of all, an API client from nothing to a working call, is in `new-client.spec.ts`.
 */

import type { Page } from "@playwright/test";
import { jobs } from "../../lab/bench/jobs-section.ts";
import { type Actions, countActions } from "./console/count-actions.ts";
import { requestToken } from "./realm/admin-api.ts";
import { expect, test } from "./test.ts";

/** Chooses an option of a native select, which opens outside of the page. */
async function chooseOption(page: Page, testId: string, label: string, actions: Actions) {
  await page.getByTestId(testId).selectOption({ label });
  actions.clicks += 2;
}

test("apply a preset and undo it", async ({ testBed, adminConsole, page }) => {
  const client = await testBed.createClient("api");
  await adminConsole.openClient(testBed, client);
  const actions = await countActions(page);
  await adminConsole.goToPresets();
  await adminConsole.clickApplyPreset("User lookup");
  await adminConsole.assertState("User lookup", "Applied");
  await adminConsole.clickUndo();
  await adminConsole.assertNoState("User lookup");
  expect(actions).toEqual(jobs["apply a preset and undo it"]);
});

test("find the preset for a denied call, and apply it", async ({ testBed, adminConsole, page }) => {
  const client = await testBed.createClient("api");
  await adminConsole.openClient(testBed, client);
  const actions = await countActions(page);
  await adminConsole.goToPresets();
  await adminConsole.searchField.click();
  await adminConsole.paste("POST /users/6f0c2a/role-mappings/realm 403");
  await adminConsole.recommended.getByTestId("applyPreset").click();
  await adminConsole.clickConfirm();
  await adminConsole.assertState("User management with realm roles", "Applied");
  expect(actions).toEqual(jobs["find the preset for a denied call, and apply it"]);
});

test("find the most dangerous service account, and replace its access", async ({
  testBed,
  adminConsole,
  page,
}) => {
  const boss = await testBed.createClient("api", { clientId: "boss" });
  await testBed.grant(boss, { "realm-management": ["realm-admin"] });
  const reader = await testBed.createClient("api", { clientId: "reader" });
  await testBed.grant(reader, { "realm-management": ["view-events"] });
  const list = await adminConsole.openServiceAccounts(testBed);
  await list.waitUntilRead();
  expect((await list.clientIds())[0]).toBe("boss");
  const actions = await countActions(page);
  await list.row("boss").getByRole("link").click();
  await adminConsole.preset("User lookup").getByTestId("replaceWithThis").click();
  await adminConsole.clickConfirm();
  await adminConsole.assertState("User lookup", "Applied");
  expect(actions).toEqual(jobs["find the most dangerous service account, and replace its access"]);
  expect(await testBed.rolesHeldBy(boss)).not.toContain("realm-management/realm-admin");
});

test("copy a preset as Terraform", async ({ testBed, adminConsole, page }) => {
  const client = await testBed.createClient("api");
  await adminConsole.openClient(testBed, client);
  const actions = await countActions(page);
  await adminConsole.goToPresets();
  await adminConsole.clickPresetAction("User lookup", "Export");
  await chooseOption(page, "exportFormat", "Terraform, OpenTofu", actions);
  await expect(page.getByTestId("exportText")).toHaveValue(
    /keycloak_openid_client_service_account_role/,
  );
  await adminConsole.exportDialog.getByRole("button", { name: /^Copy/ }).click();
  expect(actions).toEqual(jobs["copy a preset as Terraform"]);
});

test("find out why a call is denied with full scope off, and fix it", async ({
  testBed,
  adminConsole,
  page,
}) => {
  const client = await testBed.createClient("api", { fullScopeAllowed: false });
  await testBed.grant(client, { "realm-management": ["view-users", "query-users"] });
  await adminConsole.openClient(testBed, client);
  const actions = await countActions(page);
  await adminConsole.goToPresets();
  await page.getByTestId("fixDenial").click();
  await expect.poll(() => testBed.statusForClient(client, "GET", "/users")).toBe(200);
  expect(actions).toEqual(jobs["find out why a call is denied with full scope off, and fix it"]);
});

test("apply one preset to five clients", async ({ testBed, adminConsole, page }) => {
  const names = ["a", "b", "c", "d", "e"];
  const clients = await Promise.all(
    names.map((clientId) => testBed.createClient("api", { clientId })),
  );
  const list = await adminConsole.openServiceAccounts(testBed);
  await list.waitUntilRead();
  const actions = await countActions(page);
  await list.choose(...names);
  await list.openChange();
  await page.getByTestId("choosePresets").click();
  await page.getByRole("menuitem", { name: "Event reader", exact: true }).click();
  await page.getByTestId("confirmBulk").click();
  await list.waitUntilBulk("ended");
  for (const client of clients) {
    expect(await testBed.rolesHeldBy(client)).toContain("realm-management/view-events");
  }
  expect(actions).toEqual(jobs["apply one preset to five clients"]);
});

test("apply a preset as an administrator with few rights", async ({
  testBed,
  adminConsole,
  page,
}) => {
  const client = await testBed.createClient("api");
  const visitor = await testBed.createAdministrator("anna", ["manage-users", "view-clients"]);
  await adminConsole.openClient(testBed, client, { visitor });
  const actions = await countActions(page);
  await adminConsole.goToPresets();
  await adminConsole.clickApplyPreset("User lookup");
  await adminConsole.assertState("User lookup", "Applied");
  expect(actions).toEqual(jobs["apply a preset as an administrator with few rights"]);
});

test("give a client of master access to another realm", async ({ testBed, adminConsole, page }) => {
  const { api, realm, server } = testBed;
  const clientId = `of-${realm}`;
  const clientUuid = await api.post("/admin/realms/master/clients", {
    ...{ clientId, publicClient: false, serviceAccountsEnabled: true },
  });
  testBed.deleteAtEnd(`/admin/realms/master/clients/${clientUuid}`);
  const path = `/admin/realms/master/clients/${clientUuid}`;
  const { secret = "" } = await api.get<{ secret?: string }>(path);
  await adminConsole.openClient({ realm: "master" }, { clientUuid });
  const actions = await countActions(page);
  await adminConsole.goToPresets();
  await page.getByTestId("realmPicker").click();
  await page.getByTestId("realmPickerSearch").getByRole("textbox").click();
  await adminConsole.paste(realm);
  await page.getByRole("option", { name: realm, exact: true }).click();
  await expect(page.getByTestId("realmPicker")).toContainText(realm);
  await adminConsole.clickApplyPreset("User lookup");
  await adminConsole.assertState("User lookup", "Applied");
  expect(actions).toEqual(jobs["give a client of master access to another realm"]);
  const token = await requestToken(server, "master", {
    grant_type: "client_credentials",
    client_id: clientId,
    client_secret: secret,
  });
  expect(await testBed.callStatus(token, "GET", "/users")).toBe(200);
});
