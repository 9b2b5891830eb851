import type { Scene } from "./picture.ts";
import { exemplary } from "./showcase-clients.ts";

/** Signs in as the administrator, through the login page, and waits until the console shows a client. */
export async function signInToConsole({ adminConsole, showcase }: Scene): Promise<void> {
  const { realm, administrator, clients } = showcase;
  const clientUuid = clients.get(exemplary) ?? "";
  await adminConsole.goToSignIn({ realm, clientUuid }, administrator.realm);
  await adminConsole.fillSignIn(administrator);
  await adminConsole.presetsTab.waitFor();
}
