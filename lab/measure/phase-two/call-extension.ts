import { type ServerAnswer, sendRequest, succeeded } from "../calls/send-request.ts";
import type { Lab } from "../lab.ts";
import { PreparationError } from "../lab.ts";

/**
 * Calls the extension as the administrator, below the realm's public path: `/orgs`. Throws when the
 * server refuses.
 */
export async function callExtension(
  lab: Lab,
  method: string,
  path: string,
  body?: unknown,
): Promise<ServerAnswer> {
  const { baseUrl, realm, adminToken: token } = lab;
  const answer = await sendRequest(baseUrl, {
    ...{ method, path: `/realms/${realm}${path}`, token, body },
  });
  if (succeeded(answer)) return answer;
  throw new PreparationError(
    `Preparing it failed: ${method} ${path} is answered ${answer.status} ${answer.text.slice(0, 120)}`,
  );
}
