import { AdminApiError } from "../api/admin-api-error.ts";

/** How long the call may take, in milliseconds. */
const timeout = 15_000;

/**
 * Makes one GET call with a client's own token.
 *
 * @returns the status that the server answers
 * @throws AdminApiError when there is no answer
 */
export async function tryOwnCall(address: string, token: string): Promise<number> {
  try {
    const response = await fetch(address, {
      headers: { authorization: `Bearer ${token}` },
      cache: "no-store",
      signal: AbortSignal.timeout(timeout),
    });
    await response.body?.cancel();
    return response.status;
  } catch (cause) {
    throw new AdminApiError({ attempt: "ownCall", failure: "unreachable", cause });
  }
}
