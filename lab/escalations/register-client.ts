import { sendRequest, succeeded } from "../measure/calls/send-request.ts";
import { Refusal } from "./refusal.ts";
import type { Scene } from "./scene.ts";

/**
 * Registers a client by dynamic registration with the attacker's token and returns its secret.
 * Throws a Refusal when a registration policy rejects it.
 *
 * @see [Client registration service](https://www.keycloak.org/securing-apps/client-registration)
 */
export async function registerClient(
  { baseUrl, realm, attacker }: Scene,
  client: Readonly<Record<string, unknown>>,
): Promise<string> {
  const answer = await sendRequest(baseUrl, {
    method: "POST",
    path: `/realms/${realm}/clients-registrations/default`,
    token: attacker.caller.token,
    body: client,
  });
  const { status, text } = answer;
  const what = `Registering is answered ${status} ${text.slice(0, 160)}`;
  if (status === 401 || status === 403) throw new Refusal(what);
  if (!succeeded(answer)) throw new Error(what);
  const { secret = "" }: { secret?: string } = JSON.parse(text);
  return secret;
}
