import { expect, test } from "vitest";
import { wayToSignIn } from "../../../../src/access/check/way-to-sign-in.ts";
import { whyUntested } from "../../../../src/access/check/why-untested.ts";
import type { Account } from "../../../../src/access/model/snapshot.ts";
import { makeSnapshot } from "../make-snapshot.ts";

const known: Account = { kind: "found", userId: "1", enabled: true };
const able = { isLoginHere: true, canSign: true };

const wayOf = (authenticator: string, signingAlgorithm?: string) => {
  const { tokenSettings } = makeSnapshot().client;
  return wayToSignIn({ authenticator, tokenSettings: { ...tokenSettings, signingAlgorithm } });
};

test.each([
  ["client-secret", undefined],
  ["client-secret-jwt", undefined],
  ["client-jwt", "key"],
  ["client-x509", "certificate"],
  ["federated-jwt", "federated"],
  ["federated-jwt-kubernetes", "federated"],
  ["acme-vault", "unknown"],
  ["", "unknown"],
])("a client that signs in with %j is left untested for: %s", (authenticator, why) => {
  expect(whyUntested(wayOf(authenticator), known, undefined, able)).toBe(why);
});

test("no test request is sent for a client whose account may not exist, because that would create it", () => {
  for (const kind of ["notUnderUsualName", "notKnown"] as const) {
    expect(whyUntested(wayOf("client-secret"), { kind }, undefined, able)).toBe("noAccount");
  }
});

test("a client that signs with its secret is tested if the page supports its algorithm", () => {
  expect(whyUntested(wayOf("client-secret-jwt", "HS256"), known, undefined, able)).toBe(undefined);
  expect(whyUntested(wayOf("client-secret-jwt", "HS512"), known, undefined, able)).toBe(
    "algorithm",
  );
  const unable = { ...able, canSign: false };
  expect(whyUntested(wayOf("client-secret-jwt"), known, undefined, unable)).toBe("plainHttp");
  expect(whyUntested(wayOf("client-secret"), known, undefined, unable)).toBe(undefined);
});

test("bound tokens and a login on another host leave every client untested", () => {
  expect(whyUntested(wayOf("client-secret"), known, "DPoP", able)).toBe("bound");
  const away = { ...able, isLoginHere: false };
  expect(whyUntested(wayOf("client-secret"), known, undefined, away)).toBe("elsewhere");
});

test.each([
  ["client-jwt", undefined, "RS256"],
  ["client-jwt", "ES256", "ES256"],
  ["client-secret-jwt", undefined, "HS256"],
])(
  "a client that signs in with %s, its algorithm set to %s, signs with %s",
  (authenticator, set, algorithm) => {
    expect(wayOf(authenticator, set)).toMatchObject({ algorithm });
  },
);
