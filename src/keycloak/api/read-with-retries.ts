import { AdminApiError, type AdminApiFailure } from "./admin-api-error.ts";

/** How long to wait before each further try, in milliseconds: a proxy or a node may be restarting. */
const pauses = [300, 1200];

/** Not found is an account that was made anew between two requests: the next try finds the new one. */
const passing: readonly AdminApiFailure[] = [
  "unreachable",
  "tooManyRequests",
  "notKeycloak",
  "serverError",
  "conflict",
  "notFound",
];

const isPassing = (thrown: unknown) =>
  thrown instanceof AdminApiError && passing.includes(thrown.failure);

/**
 * Reads, and tries again after a failure that may pass.
 *
 * @throws what the last try threw
 */
export async function readWithRetries<Answer>(read: () => Promise<Answer>): Promise<Answer> {
  for (const pause of pauses) {
    try {
      return await read();
    } catch (thrown) {
      if (!isPassing(thrown)) throw thrown;
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
  return read();
}
