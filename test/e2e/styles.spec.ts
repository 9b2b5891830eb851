import type { Page } from "@playwright/test";
import { expect, test } from "./test.ts";

/** PatternFly classes in use below the body that no style sheet of the page has a rule for. */
function unstyledClasses(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const rules = [...document.styleSheets]
      .flatMap(({ cssRules }) => [...cssRules].map(({ cssText }) => cssText))
      .join("\n");
    const own = '[data-testid="service-account-presets"], .pf-v5-c-menu';
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
});
