import type { Page } from "@playwright/test";
import type { Subject } from "./picture.ts";

/** How wide all pictures are, in pixels. */
export const width = 1280;
/** So high that nothing of what is shown has to be scrolled. */
const highest = 3_000;
const lowest = 720;
/** What a dialog leaves free above and below itself, and a page below its end. */
const margins = { dialog: 96, page: 24 } as const;

/** Makes the page as high as what is to be seen on it, so that nothing is cut. */
export async function fitViewport(page: Page, { kind, locator }: Subject): Promise<void> {
  await page.setViewportSize({ width, height: highest });
  // As high as a person can make them by their handle.
  for (const text of await locator.locator("textarea").all()) {
    await text.evaluate((area: HTMLTextAreaElement) => {
      area.rows = area.value.trimEnd().split("\n").length;
    });
  }
  const box = await locator.boundingBox();
  if (box === null) throw new Error("What is to be seen is not there.");
  const needed = kind === "dialog" ? box.height : box.y + box.height;
  const height = Math.max(lowest, Math.ceil(needed) + margins[kind]);
  await page.setViewportSize({ width, height });
}
