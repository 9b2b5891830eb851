import { AdminApiError } from "../api/admin-api-error.ts";

/** What is read of a container that is gone, or that the administrator may not see: undefined. */
export async function unlessHidden<Value>(answer: Promise<Value>): Promise<Value | undefined> {
  try {
    return await answer;
  } catch (thrown) {
    const failure = thrown instanceof AdminApiError ? thrown.failure : undefined;
    if (failure === "forbidden" || failure === "notFound") return undefined;
    throw thrown;
  }
}
