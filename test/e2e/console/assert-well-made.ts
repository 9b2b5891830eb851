import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

/** What this product may have on the page at a moment; what stands above everything else comes first. */
const parts = [
  '[role="dialog"]',
  ".pf-v5-c-popover",
  ".pf-v5-c-menu",
  '[data-testid="service-account-presets"]',
  '[data-testid="service-accounts"]',
];

/** What may differ between light and dark. */
const rulesOfColor = ["color-contrast", "link-in-text-block"];

/** PatternFly classes in use in these parts that no style sheet of the page has a rule for. */
function unstyledClasses(page: Page): Promise<readonly string[]> {
  return page.evaluate((own) => {
    const rules = [...document.styleSheets]
      .flatMap(({ cssRules }) => [...cssRules].map(({ cssText }) => cssText))
      .join("\n");
    const elements = [...document.querySelectorAll(own)].flatMap((part) => [
      part,
      ...part.querySelectorAll("*"),
    ]);
    const used = new Set(elements.flatMap((element) => [...element.classList]));
    return [...used].filter((name) => /^pf-v5-[cul]-/.test(name) && !rules.includes(`.${name}`));
  }, parts.join());
}

/**
 * Ids in these parts that something else on the page has too: a label then names the wrong one. Some components of
 * PatternFly have an empty one, which is none.
 */
function sharedIds(page: Page): Promise<readonly string[]> {
  return page.evaluate((own) => {
    const ids = [...document.querySelectorAll("[id]:not([id=''])")].map(({ id }) => id);
    const isShared = (id: string) => ids.indexOf(id) !== ids.lastIndexOf(id);
    const ours = [...document.querySelectorAll(own)].flatMap((part) => [
      ...part.querySelectorAll("[id]:not([id=''])"),
    ]);
    return [...new Set(ours.map(({ id }) => id).filter(isShared))];
  }, parts.join());
}

/** What axe finds in these parts: the rule, and where. With `rules`, these alone are looked at. */
async function barriers(page: Page, rules?: readonly string[]): Promise<readonly string[]> {
  let builder = new AxeBuilder({ page });
  if (rules !== undefined) builder = builder.withRules([...rules]);
  for (const part of parts) {
    if ((await page.locator(part).count()) === 0) continue;
    builder = builder.include(part);
    // What stands behind a dialog can't be reached.
    if (part === '[role="dialog"]') break;
  }
  const { violations } = await builder.analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary = "" }) => `${id}: ${target.join(" ")}: ${failureSummary}`),
  );
}

/**
 * Checks what must be true in every state: each PatternFly class has its styles, no id is on the page twice, and axe
 * finds no barrier, in light and in dark.
 *
 * @see [axe-core, rules](https://github.com/dequelabs/axe-core/blob/develop/doc/rule-descriptions.md)
 */
export async function assertWellMade(page: Page): Promise<void> {
  expect.soft(await unstyledClasses(page)).toEqual([]);
  expect.soft(await sharedIds(page), "ids").toEqual([]);
  expect.soft(await barriers(page), "light").toEqual([]);
  const dark = page.locator("html.pf-v5-theme-dark");
  await page.emulateMedia({ colorScheme: "dark" });
  await expect(dark).toHaveCount(1);
  expect.soft(await barriers(page, rulesOfColor), "dark").toEqual([]);
  await page.emulateMedia({ colorScheme: "light" });
  await expect(dark).toHaveCount(0);
}
