import { stat } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import type { Scene } from "./go-to.ts";
import { patiently } from "./patiently.ts";
import type { Picture, Subject } from "./pictures.ts";

/**
 * Takes a picture in light and in dark, of one and the same page, which follows what the system prefers.
 *
 * @returns the files with their sizes in bytes
 */
export async function takePicture(
  { name, show }: Picture,
  scene: Scene,
  folder: string,
): Promise<ReadonlyMap<string, number>> {
  const { page } = scene.adminConsole;
  await fitViewport(page, await show(scene));
  // Nothing is pointed at, and nothing is under way.
  await page.mouse.move(0, 0);
  await patiently(page.getByRole("progressbar")).toHaveCount(0);
  const files = new Map<string, number>();
  for (const colorScheme of ["dark", "light"] as const) {
    await page.emulateMedia({ colorScheme });
    await patiently(page.locator("html.pf-v5-theme-dark")).toHaveCount(
      colorScheme === "dark" ? 1 : 0,
    );
    const file = `${name}-${colorScheme}.png`;
    const path = join(folder, file);
    await page.screenshot({ path, animations: "disabled", caret: "hide" });
    files.set(file, (await stat(path)).size);
  }
  return files;
}

/** How wide all pictures are, in pixels. */
export const width = 1280;
/** So high that nothing of what is shown has to be scrolled. */
const highest = 3_000;
const lowest = 720;
/** What a dialog leaves free above and below itself, and a page below its end. */
const margins = { dialog: 96, page: 24 } as const;

/** Makes the page as high as what is to be seen on it, so that nothing is cut. */
async function fitViewport(page: Page, { kind, locator }: Subject): Promise<void> {
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
