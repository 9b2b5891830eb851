import { type Browser, formAddress } from "./browser.ts";
import type { Scene } from "./scene.ts";
import { adminConsole, authorizationRequest } from "./sign-in-by-browser.ts";

/** Says on the sign-in page that the user's password is forgotten, so that a mail is sent to the user. */
export async function forgetPassword(
  scene: Scene,
  browser: Browser,
  username: string,
): Promise<void> {
  const { address } = authorizationRequest(scene, adminConsole(scene));
  const page = await browser.open(address, "unknown:");
  const link = /href="([^"]*\/reset-credentials[^"]*)"/.exec(page.html)?.[1];
  if (link === undefined) throw new Error("The sign-in page has no link for a forgotten password.");
  const asking = new URL(link.replaceAll("&amp;", "&"), page.url).href;
  const form = formAddress(await browser.open(asking, "unknown:"), "kc-reset-password-form");
  await browser.open(form, "unknown:", { username });
}

/** Sets a new password with the link of the mail. */
export async function choosePassword(
  browser: Browser,
  link: string,
  password: string,
): Promise<void> {
  const form = formAddress(await browser.open(link, "unknown:"), "kc-passwd-update-form");
  await browser.open(form, "unknown:", { "password-new": password, "password-confirm": password });
}
