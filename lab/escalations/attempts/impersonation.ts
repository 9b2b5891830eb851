import type { Attempt } from "../attempt.ts";
import { newBrowser } from "../browser.ts";
import { proveRealmAdmin } from "../prove-realm-admin.ts";
import { Refusal } from "../refusal.ts";
import type { Scene } from "../scene.ts";
import { adminConsole, takeTokenInBrowser } from "../sign-in-by-browser.ts";

const roles = ["impersonation"];

/**
 * Takes over the session of a user that impersonating begins, as the admin console's token of that
 * user.
 *
 * @see [Impersonating a user](https://www.keycloak.org/docs/latest/server_admin/#proc-impersonating-user_server_administration_guide)
 */
async function impersonate(scene: Scene, userId: string): Promise<string> {
  const { baseUrl, realm, attacker } = scene;
  const address = `${baseUrl}/admin/realms/${realm}/users/${userId}/impersonation`;
  const response = await fetch(address, {
    method: "POST",
    headers: { authorization: `Bearer ${attacker.caller.token}` },
  });
  // Service accounts are refused with 400, other users with 403.
  if (!response.ok) throw new Refusal(`${response.status} ${await response.text()}`);
  const browser = newBrowser();
  browser.keepCookies(address, response);
  const parameters = { prompt: "none" };
  return await takeTokenInBrowser(scene, browser, adminConsole(scene), { parameters });
}

/** What acting as another user leads to. */
export const impersonation: readonly Attempt[] = [
  {
    id: "impersonate-administrator",
    roles,
    harm: "realmAdmin",
    attack: async (scene) => {
      await proveRealmAdmin(scene, await impersonate(scene, scene.chief.id));
    },
  },
  {
    id: "impersonate-service-account",
    roles,
    harm: "realmAdmin",
    attack: async (scene) => {
      await proveRealmAdmin(scene, await impersonate(scene, scene.robot.userId));
    },
  },
];
