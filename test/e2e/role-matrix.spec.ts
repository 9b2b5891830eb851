import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";

const address = pathToFileURL(resolve("docs/role-matrix.html")).href;

const calls = (page: Page) => page.locator("#calls td .path");

/** What axe finds, and how far the page is too wide. With a rule, that one alone is looked at. */
async function faults(page: Page, rule?: string) {
  const axe = new AxeBuilder({ page });
  const { violations } = await (rule === undefined ? axe : axe.withRules(rule)).analyze();
  const tooWide = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;
  return { found: violations.map(({ id }) => id), tooWide: await page.evaluate(tooWide) };
}

for (const width of [1440, 1024, 375]) {
  test(`the role matrix fits ${width} pixels, and axe finds nothing, in light and dark`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 900 });
    await page.goto(`${address}#preset=event-reader&family=events`);
    await expect(page.locator("#about")).toContainText("Critical risk");
    await page.locator("#calls [aria-expanded]").first().click();
    await page.getByRole("button", { name: /^Roles/ }).click();
    await expect(page.getByRole("checkbox", { name: "view-users" })).toBeVisible();
    expect(await faults(page)).toEqual({ found: [], tooWide: 0 });
    await page.emulateMedia({ colorScheme: "dark" });
    expect(await faults(page, "color-contrast")).toEqual({ found: [], tooWide: 0 });
  });
}

test("the role matrix is searched and filtered with the keyboard alone", async ({ page }) => {
  const errors: string[] = [];
  page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
  await page.goto(address);
  await expect(page.getByRole("status")).toHaveText("485 calls");
  await page.keyboard.press("/");
  await page.keyboard.type(
    "curl -X PUT https://sso.example.com/admin/realms/demo/users/7f3a/reset-password",
  );
  await expect(calls(page)).toHaveText("PUT /users/{user-id}/reset-password");
  await expect(page.locator(".details")).toContainText("Allowed, by preset");

  await page.getByRole("button", { name: "User management" }).first().press("Enter");
  await expect(page.getByRole("status")).toContainText("allowed with User management");
  await expect(page.getByRole("combobox", { name: "Preset" })).toBeFocused();

  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("checkbox", { name: "create-client" })).toBeFocused();
  await page.keyboard.press("Space");
  await expect(page.getByRole("status")).toContainText("with User management + create-client");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: /^Roles/ })).toBeFocused();

  await page.getByRole("button", { name: "Clear filters" }).press("Enter");
  await expect(page.getByRole("searchbox", { name: "Search" })).toBeFocused();
  await expect(page.getByRole("status")).toHaveText("485 calls");
  expect(errors).toEqual([]);
});
