import { sendRequest, succeeded } from "../measure/calls/send-request.ts";
import { newBrowser } from "./browser.ts";
import type { Scene } from "./scene.ts";
import { fillSignIn, takeTokenInBrowser } from "./sign-in-by-browser.ts";

/** Lets the accomplice change the own first name, as each user may in the account console. */
export async function renameAccomplice(scene: Scene, firstName: string): Promise<void> {
  const { baseUrl, realm, accomplice } = scene;
  const browser = newBrowser();
  const redirectUri = `${baseUrl}/realms/${realm}/account/`;
  const client = { clientId: "account-console", redirectUri };
  const token = await takeTokenInBrowser(scene, browser, client, {
    answer: (page) => fillSignIn(browser, page, redirectUri, accomplice),
  });
  const answer = await sendRequest(baseUrl, {
    method: "POST",
    path: `/realms/${realm}/account`,
    token,
    body: {
      ...{ username: accomplice.name, email: `${accomplice.name}@example.org` },
      ...{ firstName, lastName: "Example" },
    },
  });
  if (!succeeded(answer)) throw new Error(`Renaming is answered ${answer.status} ${answer.text}`);
}
