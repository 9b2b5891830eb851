import type { Page } from "@playwright/test";
import type { Bundle } from "../../../tools/build/bundle-scripts.ts";

/** Gives a page the scripts of another build than the server's, as if the JAR had been replaced. */
export async function serveScripts(page: Page, { entryName, scripts }: Bundle): Promise<void> {
  const contentsOf = new Map(scripts.map(({ name, contents }) => [name, contents]));
  await page.route(/\/service-account-presets\/js\/[^/]+\.js$/, (route) => {
    const name = new URL(route.request().url()).pathname.split("/").at(-1) ?? "";
    const contents = contentsOf.get(name.startsWith("main-") ? entryName : name);
    return contents === undefined
      ? route.continue()
      : route.fulfill({ contentType: "text/javascript", body: Buffer.from(contents) });
  });
}
