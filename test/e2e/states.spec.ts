import { assertWellMade } from "./console/assert-well-made.ts";
import { NewClient } from "./console/new-client.ts";
import { expect, test } from "./test.ts";

test("every state of the tab has its styles and no barrier, on a freshly opened page", async ({
  testBed,
  adminConsole,
  page,
}) => {
  const client = await testBed.createClient("api", { fullScopeAllowed: false });
  await testBed.grant(client, { "realm-management": ["view-users", "query-realms"] });
  await adminConsole.openPresets(testBed, client);
  await adminConsole.togglePreset("Access review");
  await expect(adminConsole.preset("Access review")).toContainText("Purpose");
  await page.getByTestId("effectiveRoles").getByRole("button").first().click();
  await page.getByTestId("filter-risk").click();
  await expect(page.getByRole("menuitem", { name: "Low" })).toBeVisible();
  await assertWellMade(page);
  await page.keyboard.press("Escape");

  await adminConsole.preset("Access review").getByRole("button", { name: "view-realm" }).click();
  await expect(page.locator(".pf-v5-c-popover")).toBeVisible();
  await assertWellMade(page);
  await page.keyboard.press("Escape");

  await adminConsole.fillSearch("POST /users");
  await expect(adminConsole.answers).toContainText("Needs manage-users");
  await assertWellMade(page);
  await adminConsole.fillSearch("");

  await adminConsole.clickApplyPreset("User management");
  await expect(adminConsole.planDialog).toBeVisible();
  await assertWellMade(page);
  await adminConsole.clickCancel();

  await adminConsole.clickCheckAccess();
  await expect(page.getByTestId("checkOverall")).toBeVisible();
  await assertWellMade(page);
  await page.keyboard.press("Escape");

  await adminConsole.clickConnect();
  await expect(page.getByTestId("connectCode")).toBeVisible();
  await assertWellMade(page);
  await page.keyboard.press("Escape");

  await adminConsole.clickExport();
  await expect(page.getByTestId("exportText")).toBeVisible();
  await assertWellMade(page);
  await page.keyboard.press("Escape");

  await adminConsole.clickApplyPreset("Event reader");
  await adminConsole.clickConfirm();
  await adminConsole.assertToast("Event reader applied");
  await assertWellMade(page);
});

test("so do the tab's messages about missing data and failures", async ({
  testBed,
  adminConsole,
  page,
  expectedResponses,
}) => {
  const off = await testBed.createClient("confidential", { clientId: "off" });
  await adminConsole.openPresets(testBed, off);
  await expect(page.getByTestId("enableServiceAccounts")).toBeVisible();
  await assertWellMade(page);

  const client = await testBed.createClient("api");
  await adminConsole.openPresets(testBed, client);
  await expect(adminConsole.preset("User lookup")).toBeVisible();
  expectedResponses.push({ status: "none", path: "/" });
  await page.route("**/role-mappings/clients/*", (route) =>
    route.request().method() === "POST" ? route.abort() : route.fallback(),
  );
  await adminConsole.clickApplyPreset("User lookup");
  await expect(adminConsole.problem).toBeVisible();
  await assertWellMade(page);

  // As after an upgrade of the JAR, while this page stays open.
  await page.route("**/js/dialogs-*.js", (route) => route.abort());
  await adminConsole.clickConnect();
  await expect(page.getByTestId("partNotLoaded")).toContainText("Reload the page");
  await expect(adminConsole.preset("User lookup")).toBeVisible();
  await assertWellMade(page);
});

test("so have the list of service accounts and its dialogs", async ({
  testBed,
  adminConsole,
  page,
}) => {
  for (const clientId of ["wide", "narrow"]) {
    const client = await testBed.createClient("api", { clientId, enabled: clientId === "wide" });
    await testBed.grant(client, { "realm-management": ["view-users", "manage-realm"] });
  }
  const list = await adminConsole.openServiceAccounts(testBed);
  await list.waitUntilRead();
  await list.choose("wide", "narrow");
  await assertWellMade(page);
  await list.showFinding("wide");
  await expect(page.getByTestId("filterChips")).toContainText("2 of 2");
  await assertWellMade(page);
  await list.showFinding("wide");
  await list.row("wide").getByTestId("presetRisk").getByRole("button").click();
  await expect(page.getByTestId("riskReasons")).toContainText("manage-realm");
  await assertWellMade(page);
  await page.keyboard.press("Escape");
  await list.openActions();
  await expect(page.getByTestId("export-csv")).toBeVisible();
  await assertWellMade(page);
  await page.keyboard.press("Escape");
  await list.showAs("Access map");
  await expect(list.tile("wide", "Realm")).toHaveText("Can escalate");
  await assertWellMade(page);
  await list.showAs("List");
  await list.changeChosen("Apply", "Event reader");
  await expect(list.bulkItem("wide")).toHaveAttribute("data-state", "planned");
  await assertWellMade(page);
  await page.getByTestId("closeBulk").click();
  await list.unchoose("wide", "narrow");
  const dialog = new NewClient(page);
  await dialog.open();
  await expect(page.getByTestId("choice-user-management")).toContainText("can escalate");
  await assertWellMade(page);
  await dialog.choosePresets("User management");
  await dialog.fillClientId("program");
  await dialog.chooseCredential("Signed JWT, keys at an address");
  await expect(page.getByTestId("newClientJwksUrl")).toBeVisible();
  await assertWellMade(page);
  await dialog.chooseCredential("Client secret");
  await dialog.create();
  await expect(page.getByTestId("newClientCall")).toBeVisible();
  await assertWellMade(page);
});
