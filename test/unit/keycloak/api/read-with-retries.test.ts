import { afterEach, beforeEach, expect, test, vi } from "vitest";
import {
  AdminApiError,
  type AdminApiFailure,
} from "../../../../src/keycloak/api/admin-api-error.ts";
import { readWithRetries } from "../../../../src/keycloak/api/read-with-retries.ts";

beforeEach(() => void vi.useFakeTimers());

afterEach(() => void vi.useRealTimers());

const failed = (failure: AdminApiFailure) => new AdminApiError({ attempt: "readClient", failure });

/** Reads with these failures before the answer; what came of it, and how often it was tried. */
async function readAfter(...failures: readonly unknown[]) {
  const left = [...failures];
  const read = vi.fn(async () => {
    if (left.length > 0) throw left.shift();
    return "answer";
  });
  const came = readWithRetries(read).catch((thrown: unknown) => thrown);
  await vi.advanceTimersByTimeAsync(2_000);
  return { came: await came, tries: read.mock.calls.length };
}

test.each([
  ...(["unreachable", "tooManyRequests", "notKeycloak", "serverError"] as const),
  ...(["conflict", "notFound"] as const),
])("after a failure that may pass (%s) it is read again, twice at most", async (failure) => {
  const thrown = failed(failure);
  expect(await readAfter(thrown)).toEqual({ came: "answer", tries: 2 });
  expect(await readAfter(thrown, thrown)).toEqual({ came: "answer", tries: 3 });
  expect(await readAfter(thrown, thrown, thrown)).toEqual({ came: thrown, tries: 3 });
});

test.each([
  ...(["forbidden", "notSignedIn", "refused", "hidden"] as const).map(failed),
  new Error("The session is gone."),
])("a failure that stays is not tried again: %s", async (thrown) => {
  expect(await readAfter(thrown)).toEqual({ came: thrown, tries: 1 });
});
