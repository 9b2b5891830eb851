import type { Page } from "@playwright/test";
import type { AccountList } from "../../test/e2e/console/account-list.ts";
import type { AdminConsole } from "../../test/e2e/console/admin-console.ts";
import { patiently } from "./patiently.ts";
import { exemplary, type Showcase } from "./showcase-realm.ts";

/** What a picture is taken of. */
export interface Scene {
  readonly adminConsole: AdminConsole;
  readonly showcase: Showcase;
}

/** Opens the tab with the presets of a client again, so that no dialog is left of an earlier picture. */
export async function goToPresets(
  { adminConsole, showcase }: Scene,
  clientId: string,
): Promise<void> {
  const clientUuid = showcase.clients.get(clientId);
  if (clientUuid === undefined) throw new Error(`The realm has no client ${clientId}.`);
  await adminConsole.openPresets(showcase, { clientUuid });
  await foldMenu(adminConsole.page);
  await patiently(adminConsole.preset("User lookup")).toBeVisible();
}

/** Opens the list of the realm's service accounts, and waits until all of it is read. */
export async function goToServiceAccounts({ adminConsole, showcase }: Scene): Promise<AccountList> {
  const list = await adminConsole.openServiceAccounts(showcase);
  await foldMenu(adminConsole.page);
  await patiently(list.progress).toHaveAttribute("data-status", "done");
  return list;
}

/** Folds the console's menu away: beside that, the tabs of a client don't fit into the width. */
async function foldMenu(page: Page): Promise<void> {
  // Keycloak has no text for the button's name, up to 26.7 at least.
  await page.getByRole("button", { name: "navigation" }).click();
  await patiently(page.getByRole("navigation", { name: "Global" })).toBeHidden();
}

/** Signs in as the administrator, through the login page, and waits until the console shows a client. */
export async function signInToConsole({ adminConsole, showcase }: Scene): Promise<void> {
  const { realm, administrator, clients } = showcase;
  const clientUuid = clients.get(exemplary) ?? "";
  await adminConsole.goToSignIn({ realm, clientUuid }, administrator.realm);
  await adminConsole.fillSignIn(administrator);
  await adminConsole.presetsTab.waitFor();
}
