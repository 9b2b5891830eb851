import type { Page } from "@playwright/test";
import { NewClient } from "./console/new-client.ts";
import { expect, test } from "./test.ts";

/**
 * What of a dialog, or else of the panel or the list, stands outside of the page's width, where it can't be reached by
 * scrolling up and down, or isn't shown whole. Fields and the access map scroll on their own.
 */
function cutOff(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const panels = '[data-testid="service-account-presets"], [data-testid="service-accounts"]';
    const place =
      document.querySelector('[role="dialog"]') ?? document.querySelector(panels) ?? document.body;
    const width = document.documentElement.clientWidth;
    return [...place.querySelectorAll("*")]
      .filter((element) => element.checkVisibility() && element.textContent !== "")
      .filter((element) => {
        // For screen readers alone.
        if (element.closest(".pf-v5-u-screen-reader, .pf-v5-screen-reader") !== null) return false;
        if (element.closest('textarea, [data-testid="accessMap"]') !== null) return false;
        const { left, right, width: own } = element.getBoundingClientRect();
        const isOutside =
          element.matches("button, a, input, p, h1, h2, span") &&
          own > 0 &&
          (left < -1 || right > width + 1);
        const { scrollWidth, clientWidth, scrollHeight, clientHeight } = element;
        const { overflowX, overflowY } = getComputedStyle(element);
        const isCut =
          clientWidth > 0 &&
          ((overflowX === "hidden" && scrollWidth > clientWidth + 1) ||
            (overflowY === "hidden" && scrollHeight > clientHeight + 1));
        return isOutside || isCut;
      })
      .map((element) => `${element.tagName}: ${element.textContent}`);
  });
}

test("the whole story with the keyboard alone: find, apply, look, undo, plan and leave", async ({
  testBed,
  adminConsole,
  page,
}) => {
  const client = await testBed.createClient("api");
  await adminConsole.openClient(testBed, client);
  await expect(adminConsole.presetsTab).toBeVisible();
  await adminConsole.stockServiceAccountTab.focus();
  await page.keyboard.press("Tab");
  await expect(adminConsole.presetsTab).toBeFocused();
  await page.keyboard.press("Enter");
  await adminConsole.tabTo(adminConsole.searchField);
  await page.keyboard.type("user lookup");
  const row = adminConsole.preset("User lookup");
  await adminConsole.tabTo(row.getByTestId("applyPreset"));
  await page.keyboard.press("Enter");
  await adminConsole.assertState("User lookup", "Applied");
  expect(await testBed.statusForClient(client, "GET", "/users")).toBe(200);
  // The button is gone; the keyboard stays in the row. What happened is told to who doesn't see it.
  await expect(row.locator(":focus")).toHaveCount(1);
  await expect(page.locator('[aria-live="polite"]', { has: adminConsole.toast })).toHaveCount(1);

  await page.keyboard.press("Shift+Tab");
  await adminConsole.tabTo(row.getByTestId("presetActions"));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("menuitem").first()).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(row.getByTestId("presetActions")).toBeFocused();

  await adminConsole.summary.getByTestId("undoLastChange").focus();
  await page.keyboard.press("Enter");
  await adminConsole.assertNoState("User lookup");
  await expect(adminConsole.summary).toBeFocused();
  await adminConsole.tabTo(page.getByTestId("plan"));
  await page.keyboard.press("Enter");
  await expect(adminConsole.planDialog).toBeVisible();
  await expect(page.locator('[role="dialog"] :focus')).toHaveCount(1);
  await page.keyboard.press("Escape");
  await expect(page.getByTestId("plan")).toBeFocused();
});

test("at 200 % zoom, at 320 px and from right to left, all of it can be reached", async ({
  testBed,
  adminConsole,
  page,
}) => {
  const client = await testBed.createClient("api");
  await testBed.grant(client, { "realm-management": ["view-users", "query-users"] });
  await adminConsole.openPresets(testBed, client);
  await adminConsole.togglePreset("Access review");
  await expect(adminConsole.preset("Access review")).toContainText("Purpose");
  for (const direction of ["ltr", "rtl"]) {
    await page.evaluate((dir) => document.documentElement.setAttribute("dir", dir), direction);
    // A window of 1280 px at 200 %, and the narrowest that content must fit into.
    for (const size of [
      { width: 640, height: 450 },
      { width: 320, height: 640 },
    ]) {
      await page.setViewportSize(size);
      await expect.poll(() => cutOff(page), `${size.width} px, ${direction}`).toEqual([]);
    }
  }
});

test("at 320 px, each dialog, the list and the access map are shown whole", async ({
  testBed,
  adminConsole,
  page,
}) => {
  await page.setViewportSize({ width: 320, height: 640 });
  const client = await testBed.createClient("api");
  await testBed.grant(client, { "realm-management": ["manage-users", "view-events"] });
  const assertWhole = (what: string) => expect.poll(() => cutOff(page), what).toEqual([]);
  await adminConsole.openPresets(testBed, client);
  for (const dialog of ["plan", "check", "connect", "export"]) {
    await page.getByTestId(dialog).click();
    await expect(page.getByRole("dialog")).toBeVisible();
    await assertWhole(dialog);
    await page.keyboard.press("Escape");
    await expect(page.getByRole("dialog")).toHaveCount(0);
  }
  await page.getByTestId("plan").click();
  await adminConsole.choosePresetsOfPlan("User lookup", "Organization management");
  await expect(adminConsole.planSteps.first()).toBeVisible();
  await assertWhole("plan with presets");
  await page.keyboard.press("Escape");
  await page.getByTestId("editOwner").click();
  await expect(page.getByTestId("ownerDialog")).toBeVisible();
  await assertWhole("owner");
  await page.keyboard.press("Escape");
  await adminConsole.clickApplyPreset("User lookup");
  await page.getByTestId("record").click();
  await expect(page.getByTestId("recordDialog")).toBeVisible();
  await assertWhole("record");
  await page.keyboard.press("Escape");
  const list = await adminConsole.openServiceAccounts(testBed);
  await list.waitUntilRead();
  await assertWhole("list");
  const dialog = new NewClient(page);
  await dialog.open();
  await assertWhole("jobs");
  await dialog.chooseJob("Look up users");
  await assertWhole("details");
  await page.keyboard.press("Escape");
  await page.getByTestId("accountsView").click();
  await page.getByRole("option", { name: "Access map" }).click();
  await assertWhole("access map");
  const names = page.getByTestId("accessMap").getByRole("rowheader");
  const before = await names.first().boundingBox();
  await page.getByTestId("accessMap").getByText("Authentication").scrollIntoViewIfNeeded();
  expect((await names.first().boundingBox())?.x, "the names stay").toBe(before?.x);
});

test("reduced motion and forced colors are respected", async ({ testBed, adminConsole, page }) => {
  const client = await testBed.createClient("api");
  await page.emulateMedia({ reducedMotion: "reduce", forcedColors: "active" });
  await adminConsole.openPresets(testBed, client);
  await adminConsole.clickApplyPreset("User lookup");
  await adminConsole.assertState("User lookup", "Applied");
  const own = await page.evaluate(() => {
    const panel = document.querySelector('[data-testid="service-account-presets"]');
    const elements = [...(panel?.querySelectorAll("*") ?? [])];
    return {
      moving: document
        .getAnimations()
        .filter(({ effect }) => effect instanceof KeyframeEffect && panel?.contains(effect.target))
        .length,
      // Own colors would not give way to those that the person chose.
      fixed: elements.filter(
        (element) => getComputedStyle(element).getPropertyValue("forced-color-adjust") === "none",
      ).length,
    };
  });
  expect(own).toEqual({ moving: 0, fixed: 0 });
});
