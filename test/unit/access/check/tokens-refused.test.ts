import { expect, test } from "vitest";
import { areTokensRefused } from "../../../../src/access/check/tokens-refused.ts";
import type { RealmSettings } from "../../../../src/access/model/realm-settings.ts";
import { makeSnapshot } from "../make-snapshot.ts";

const sound: RealmSettings = {
  isEnabled: true,
  notBefore: 0,
  sslRequired: "external",
  lifespan: 300,
  sessionLifespan: 36_000,
};

const refused = (
  realm: Partial<RealmSettings> | undefined,
  client: Parameters<typeof makeSnapshot>[0] = {},
) =>
  areTokensRefused(makeSnapshot(client), {
    realm: realm === undefined ? undefined : { ...sound, ...realm },
    baseUrl: "http://localhost:8080",
    version: "26.7.3",
    now: 1_000_000,
  });

test("a client whose realm is in order gets tokens that count", () => {
  expect(refused({})).toBe(false);
});

test("a disabled realm, a not-before in the future and required HTTPS refuse every token", () => {
  expect(refused({ isEnabled: false })).toBe(true);
  expect(refused({ notBefore: 2_000 })).toBe(true);
  expect(refused({ sslRequired: "all" })).toBe(true);
});

test("a disabled client, one that is public and one with bound tokens are refused in any realm", () => {
  expect(refused(undefined, { client: { enabled: false } })).toBe(true);
  expect(refused(undefined, { client: { publicClient: true } })).toBe(true);
  expect(refused(undefined, { client: { tokenBinding: "mutual TLS" } })).toBe(true);
});

test("a disabled user is refused", () => {
  const account = { kind: "found", userId: "1", enabled: false } as const;
  const facts = { realm: sound, baseUrl: "https://a", version: undefined, now: 0 };
  expect(areTokensRefused({ ...makeSnapshot(), account }, facts)).toBe(true);
});

test("without the realm's settings it isn't known", () => {
  expect(refused(undefined)).toBeUndefined();
});
