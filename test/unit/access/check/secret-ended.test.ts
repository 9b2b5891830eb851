import { expect, test } from "vitest";
import { hasSecretEnded } from "../../../../src/access/check/secret-ended.ts";
import { makeSnapshot } from "../make-snapshot.ts";

const { client } = makeSnapshot();
const ends = (secretExpiresAt: number | undefined, authenticator = "client-secret") => ({
  ...client,
  authenticator,
  tokenSettings: { ...client.tokenSettings, secretExpiresAt },
});

test("a secret expires at its last second, and never without an expiration", () => {
  expect(hasSecretEnded(ends(60), 59_999)).toBe(false);
  expect(hasSecretEnded(ends(60), 60_000)).toBe(true);
  expect(hasSecretEnded(ends(undefined), 60_000)).toBe(false);
});

test("a client that signs in with a key needs no secret", () => {
  expect(hasSecretEnded(ends(60, "client-jwt"), 60_000)).toBe(false);
});
