import { stat } from "node:fs/promises";
import { join } from "node:path";
import { fitViewport } from "./fit-viewport.ts";
import { patiently } from "./patiently.ts";
import type { Picture, Scene } from "./picture.ts";

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
