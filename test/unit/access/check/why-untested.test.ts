import { expect, test } from "vitest";
import { wayToSignIn } from "../../../../src/access/check/way-to-sign-in.ts";
import { whyUntested } from "../../../../src/access/check/why-untested.ts";
import { makeSnapshot } from "../make-snapshot.ts";

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
  expect(whyUntested(wayOf(authenticator), undefined, able)).toBe(why);
});

test("a client that signs with its secret is tested where the page can sign as it has to", () => {
  expect(whyUntested(wayOf("client-secret-jwt", "HS256"), undefined, able)).toBe(undefined);
  expect(whyUntested(wayOf("client-secret-jwt", "HS512"), undefined, able)).toBe("algorithm");
  const unable = { ...able, canSign: false };
  expect(whyUntested(wayOf("client-secret-jwt"), undefined, unable)).toBe("plainHttp");
  expect(whyUntested(wayOf("client-secret"), undefined, unable)).toBe(undefined);
});

test("bound tokens and a login on another host leave every client untested", () => {
  expect(whyUntested(wayOf("client-secret"), "DPoP", able)).toBe("bound");
  const away = { ...able, isLoginHere: false };
  expect(whyUntested(wayOf("client-secret"), undefined, away)).toBe("elsewhere");
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
