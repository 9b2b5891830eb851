import { expect, test } from "./test.ts";

test("the tab follows Service accounts roles and has its own address", async ({
  testBed,
  adminConsole,
  page,
}) => {
  const { clientUuid } = await testBed.createClient("api");
  await adminConsole.openClient(testBed, { clientUuid });
  await expect(adminConsole.presetsTab).toBeVisible();
  const tabs = page.getByTestId("client-tabs").getByRole("tab");
  const names = await tabs.allTextContents();
  // Up to 26.4 it is named a little otherwise.
  const stock = (await adminConsole.stockServiceAccountTab.textContent()) ?? "";
  expect(names[names.indexOf(stock) + 1]).toBe("Service account presets");

  await adminConsole.goToPresets();
  await expect(adminConsole.presetsTab).toHaveAttribute("aria-selected", "true");
  await expect(page.getByRole("tabpanel", { name: "Service account presets" })).toBeVisible();
  const address = adminConsole.addressOfPresets({ realm: testBed.realm, clientUuid });
  await expect(page).toHaveURL(address);

  await page.getByRole("tab", { name: "Roles", exact: true }).click();
  await expect(adminConsole.panel).toHaveCount(0);
  await expect(adminConsole.presetsTab).toHaveAttribute("aria-selected", "false");
  await page.goBack();
  await expect(adminConsole.panel).toBeVisible();
  await page.goForward();
  await expect(adminConsole.panel).toHaveCount(0);
  await page.goBack();
  await page.reload();
  await expect(adminConsole.panel).toBeVisible();
  await expect(adminConsole.presetsTab).toHaveCount(1);
});

test("the tab opens with the keyboard, and in a new browser tab with the middle button", async ({
  testBed,
  adminConsole,
  page,
}) => {
  const { clientUuid } = await testBed.createClient("api");
  await adminConsole.openClient(testBed, { clientUuid });
  const opened = page.context().waitForEvent("page");
  await adminConsole.presetsTab.click({ button: "middle" });
  const second = await opened;
  await expect(second.getByTestId("service-account-presets")).toBeVisible();
  await expect(adminConsole.panel).toHaveCount(0);

  await adminConsole.stockServiceAccountTab.focus();
  await page.keyboard.press("Tab");
  await expect(adminConsole.presetsTab).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(adminConsole.panel).toBeVisible();
});

test("a tab bar that is too narrow also scrolls to this tab", async ({
  testBed,
  adminConsole,
  page,
}) => {
  await page.setViewportSize({ width: 700, height: 900 });
  const { clientUuid } = await testBed.createClient("api");
  await adminConsole.openPresets(testBed, { clientUuid });
  await expect(adminConsole.panel).toBeVisible();
  await expect(adminConsole.presetsTab).toBeInViewport();
  await expect(adminConsole.scrollButton).toBeVisible();
});

test("the tab follows the address from one client to another", async ({
  testBed,
  adminConsole,
  page,
}) => {
  const first = await testBed.createClient("api", { clientId: "first" });
  const second = await testBed.createClient("api", { clientId: "second" });
  await testBed.grant(second, { "realm-management": ["view-events"] });
  await adminConsole.openPresets(testBed, first);
  await expect(adminConsole.summary).toContainText("No admin roles in realm");
  await page.goto(
    adminConsole.addressOfPresets({ realm: testBed.realm, clientUuid: second.clientUuid }),
  );
  await expect(adminConsole.summary).toContainText("Reads all sign-ins");
  await expect(adminConsole.presetsTab).toHaveAttribute(
    "href",
    new RegExp(`${second.clientUuid}/service-account-presets$`),
  );
});

for (const kind of ["saml", "bearer-only"] as const) {
  test(`a ${kind} client has no such tab`, async ({ testBed, adminConsole, page }) => {
    const { clientUuid } = await testBed.createClient(kind);
    await adminConsole.openClient(testBed, { clientUuid });
    await expect(page.getByRole("tab", { name: "Sessions" })).toBeVisible();
    await expect(adminConsole.presetsTab).toHaveCount(0);
  });
}

test("on an unexpected page the extension does nothing and logs one line", async ({
  testBed,
  adminConsole,
  page,
}) => {
  const { clientUuid } = await testBed.createClient("api");
  const said: string[] = [];
  page.on("console", (line) => {
    if (line.type() === "info") said.push(line.text());
  });
  // A console whose tabs are buttons instead of links, as a later one may have.
  await page.route(/ClientDetails-.*\.js$/, async (route) => {
    const response = await route.fetch();
    const script = await response.text();
    await route.fulfill({ response, body: script.replaceAll('"sessionsTab"', '"otherTab"') });
  });
  await adminConsole.openClient(testBed, { clientUuid });
  await expect.poll(() => said).toEqual([expect.stringMatching(/^Service account presets stay/)]);
  await page.getByRole("tab", { name: "Roles", exact: true }).click();
  await expect(page.getByRole("tab", { name: "Roles", exact: true })).toHaveAttribute(
    "aria-selected",
    "true",
  );
  await expect(adminConsole.presetsTab).toHaveCount(0);
  expect(said).toHaveLength(1);
});
