import { AdminApiError, type AdminApiFailure } from "./admin-api-error.ts";

/** Delays before each retry, in milliseconds, because a proxy or a node may be restarting. */
const pauses = [300, 1200];

/**
 * 404 can mean that the account was recreated between two requests: the next try finds the new one.
 */
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
 * Reads, and retries after a temporary failure.
 *
 * @throws the error of the last try
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
