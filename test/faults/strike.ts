import type { Page, Route } from "@playwright/test";
import type { BrowserFault } from "./browser-case.ts";

const html = "<html><body><h1>502 Bad Gateway</h1></body></html>";

async function answer(route: Route, fault: BrowserFault): Promise<void> {
  switch (fault) {
    case "cut before":
      return route.abort();
    case "cut after the server did it":
      await route.fetch();
      return route.abort();
    case "HTML from a proxy":
      return route.fulfill({ status: 502, contentType: "text/html", body: html });
    case "duplicate":
      await route.fetch();
      return route.continue();
    default:
      return route.fulfill({ status: Number(fault), json: { error: "invalid_request" } });
  }
}

/**
 * Lets a fault strike one request about role mappings, counted from now on; all others pass. The
 * server refuses a token twice before the person is told, so 401 strikes the repetition too.
 */
export async function strike(page: Page, position: number, fault: BrowserFault): Promise<void> {
  let count = -1;
  let left = fault === "401" ? 2 : 1;
  await page.route("**/role-mappings/**", async (route) => {
    count += 1;
    if (count < position || left === 0) return route.continue();
    left -= 1;
    return answer(route, fault);
  });
}
