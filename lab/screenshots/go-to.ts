import type { Page } from "@playwright/test";
import { AccountList } from "../../test/e2e/account-list.ts";
import type { AdminConsole } from "../../test/e2e/console.ts";
import { patiently } from "./patiently.ts";
import { exemplary, type Showcase } from "./showcase-realm.ts";

/** What a picture is taken of. */
export interface Scene {
  readonly adminConsole: AdminConsole;
  readonly showcase: Showcase;
}

/** The address of a client's tab with the presets. */
function addressOfPresets({ adminConsole, showcase }: Scene, clientId: string): string {
  const clientUuid = showcase.clients.get(clientId);
  if (clientUuid === undefined) throw new Error(`The realm has no client ${clientId}.`);
  const tab = "service-account-presets";
  return adminConsole.addressOf({ realm: showcase.realm, clientUuid, tab });
}

/** Opens the tab with the presets of a client on a fresh page, without a dialog of an earlier picture. */
export async function goToPresets(scene: Scene, clientId: string): Promise<void> {
  const { adminConsole } = scene;
  await loadConsole(adminConsole.page, addressOfPresets(scene, clientId));
  await patiently(adminConsole.preset("User lookup")).toBeVisible();
}

/** Opens the list of the realm's service accounts, and waits until all of it is read. */
export async function goToServiceAccounts({ adminConsole, showcase }: Scene): Promise<AccountList> {
  const { page } = adminConsole;
  await loadConsole(page, adminConsole.addressOfClients(showcase.realm, "service-accounts"));
  const list = new AccountList(page);
  await patiently(list.progress).toHaveAttribute("data-status", "done");
  return list;
}

/** Loads the console and folds its menu away: beside that, the tabs of a client don't fit into the width. */
async function loadConsole(page: Page, address: string): Promise<void> {
  await page.goto("about:blank");
  await page.goto(address);
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
