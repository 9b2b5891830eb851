import type { AdminApi } from "./admin-api.ts";
import { AdminApiError } from "./admin-api-error.ts";

/** How long the call may take, in milliseconds. */
const timeout = 15_000;

/**
 * Reads a client's secret, to be used at once and kept nowhere.
 *
 * @throws AdminApiError when the request fails; `notFound` where the client has no secret
 */
export async function readClientSecret(api: AdminApi, id: string): Promise<string> {
  const { value } = await api.call("readSecret", () => api.clients.getClientSecret({ id }));
  if (value === undefined || value === "") {
    throw new AdminApiError({ attempt: "readSecret", failure: "notFound" });
  }
  return value;
}

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
