import type { Page } from "@playwright/test";
import { AccountList } from "./account-list.ts";
import { NewClient } from "./new-client.ts";
import { expect, test } from "./test.ts";

/** PatternFly classes in use below the body that no style sheet of the page has a rule for. */
function unstyledClasses(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const rules = [...document.styleSheets]
      .flatMap(({ cssRules }) => [...cssRules].map(({ cssText }) => cssText))
      .join("\n");
    const own =
      '[data-testid="service-account-presets"], [data-testid="service-accounts"], .pf-v5-c-menu, .pf-v5-c-popover';
    const parts = [...document.querySelectorAll(`${own}, [role="dialog"]`)];
    const elements = parts.flatMap((part) => [part, ...part.querySelectorAll("*")]);
    const used = new Set(elements.flatMap((element) => [...element.classList]));
    return [...used].filter((name) => /^pf-v5-[cul]-/.test(name) && !rules.includes(`.${name}`));
  });
}

test("every PatternFly class of the panel has its styles on a freshly opened page", async ({
  testBed,
  adminConsole,
  page,
}) => {
  const client = await testBed.createClient("api", { fullScopeAllowed: false });
  await testBed.grant(client, { "realm-management": ["view-users", "query-realms"] });
  await adminConsole.signInToClient({
    realm: testBed.realm,
    clientUuid: client.clientUuid,
    tab: "service-account-presets",
  });
  await adminConsole
    .preset("Access review")
    .getByRole("button", { name: /^Details/ })
    .click();
  await page.getByTestId("filter-risk").click();
  await expect(page.getByRole("menuitem", { name: "Low" })).toBeVisible();
  expect(await unstyledClasses(page)).toEqual([]);
  await page.keyboard.press("Escape");
  await adminConsole.clickApplyPreset("User management");
  await expect(page.getByRole("dialog")).toBeVisible();
  expect(await unstyledClasses(page)).toEqual([]);
  await adminConsole.clickCancel();
  await adminConsole.clickCheckAccess();
  await expect(page.getByTestId("checkCurl")).toBeVisible();
  expect(await unstyledClasses(page)).toEqual([]);
  await page.keyboard.press("Escape");
  await adminConsole.clickExport();
  await expect(page.getByTestId("exportText")).toBeVisible();
  expect(await unstyledClasses(page)).toEqual([]);
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
  await adminConsole.signInToServiceAccounts(testBed.realm);
  const list = new AccountList(page);
  await list.waitUntilRead();
  await list.choose("wide", "narrow");
  expect(await unstyledClasses(page)).toEqual([]);
  await list.row("wide").getByTestId("presetRisk").getByRole("button").click();
  await expect(page.getByTestId("riskReasons")).toContainText("manage-realm");
  expect(await unstyledClasses(page)).toEqual([]);
  await page.keyboard.press("Escape");
  await page.getByTestId("exportAccounts").click();
  await expect(page.getByTestId("export-csv")).toBeVisible();
  expect(await unstyledClasses(page)).toEqual([]);
  await page.keyboard.press("Escape");
  await list.changeChosen("Apply", "Event reader");
  await expect(list.bulkItem("wide")).toHaveAttribute("data-state", "planned");
  expect(await unstyledClasses(page)).toEqual([]);
  await page.getByTestId("closeBulk").click();
  const dialog = new NewClient(page);
  await dialog.open();
  await dialog.fillClientId("program");
  await dialog.choosePresets("User management");
  await dialog.chooseCredential("Signed JWT, keys at an address");
  await expect(page.getByTestId("newClientJwksUrl")).toBeVisible();
  expect(await unstyledClasses(page)).toEqual([]);
  await dialog.chooseCredential("Client secret");
  await dialog.create();
  await expect(page.getByTestId("newClientCall")).toBeVisible();
  expect(await unstyledClasses(page)).toEqual([]);
});
