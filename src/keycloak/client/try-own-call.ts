import { AdminApiError } from "../api/admin-api-error.ts";
import { isRedirect } from "../api/is-redirect.ts";

/** How long the call may take, in milliseconds. */
const timeout = 15_000;

/**
 * Makes one GET call with a client's own token.
 *
 * @returns the status that the server answers
 * @throws AdminApiError `unreachable` when there is no answer, `redirected` when it is at another address
 */
export async function tryOwnCall(address: string, token: string): Promise<number> {
  let response: Response;
  try {
    response = await fetch(address, {
      headers: { authorization: `Bearer ${token}` },
      cache: "no-store",
      redirect: "manual",
      signal: AbortSignal.timeout(timeout),
    });
    await response.body?.cancel();
  } catch (cause) {
    throw new AdminApiError({ attempt: "ownCall", failure: "unreachable", cause });
  }
  if (isRedirect(response)) throw new AdminApiError({ attempt: "ownCall", failure: "redirected" });
  return response.status;
}
