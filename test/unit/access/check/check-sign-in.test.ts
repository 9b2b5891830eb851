import { expect, test } from "vitest";
import { checkSignIn, type SignInFacts } from "../../../../src/access/check/check-sign-in.ts";
import type { RealmSettings } from "../../../../src/access/model/realm-settings.ts";
import { makeRealmSettings } from "../make-realm-settings.ts";
import { makeSnapshot } from "../make-snapshot.ts";

/** A moment, in seconds since 1970. */
const now = 1_700_000_000;
const { tokenSettings } = makeSnapshot().client;

const facts = (part: Partial<SignInFacts> = {}): SignInFacts => ({
  client: { tokenSettings },
  account: true,
  realm: makeRealmSettings(),
  tokenEndpoint: "https://kc.example.org/realms/demo/token",
  now: now * 1_000,
  ...part,
});

const check = (part: Partial<SignInFacts>) =>
  new Map(checkSignIn(facts(part)).map((found) => [found.id, found]));
const ofRealm = (part: Partial<RealmSettings>) => ({ realm: makeRealmSettings(part) });
const overHttp = "http://kc.example.org/realms/demo/token";

test("if nothing is wrong, each check passes", () => {
  expect(checkSignIn(facts()).map(({ id, verdict, says }) => [id, verdict, says])).toEqual([
    ["user", "ok", "ok"],
    ["realm", "ok", "ok"],
    ["https", "ok", "ok"],
    ["notBefore", "ok", "ok"],
    ["lifespan", "ok", "ok"],
  ]);
});

test("if the realm's settings can't be seen, their checks are unknown and don't pass", () => {
  const found = checkSignIn(
    facts({ realm: undefined, account: undefined, tokenEndpoint: overHttp }),
  );
  expect(new Set(found.map(({ verdict }) => verdict))).toEqual(new Set(["unknown"]));
  expect(new Set(found.map(({ says }) => says))).toEqual(new Set(["unknown"]));
});

test.each([
  [true, "ok"],
  [false, "problem"],
  [undefined, "unknown"],
])("a user whose being enabled is %s is told as %s", (account, verdict) => {
  expect(check({ account }).get("user")).toMatchObject({ verdict, says: verdict });
});

test("without a service account, there is no check of its user", () => {
  expect(check({ account: "none" }).has("user")).toBe(false);
});

test("a realm that is disabled gives no tokens", () => {
  expect(check(ofRealm({ isEnabled: false })).get("realm")?.verdict).toBe("problem");
});

test.each([
  ["all", overHttp, "problem", "problem"],
  ["external", overHttp, "unknown", "external"],
  ["none", overHttp, "ok", "ok"],
  ["all", undefined, "unknown", "unknown"],
  ["all", "https://kc.example.org/token", "ok", "ok"],
])(
  "a realm that requires HTTPS for %s, with the endpoint %s, is told as %s",
  (sslRequired, tokenEndpoint, verdict, says) => {
    const found = check({ ...ofRealm({ sslRequired }), tokenEndpoint }).get("https");
    expect(found).toMatchObject({ verdict, says });
  },
);

test.each([
  [now + 1, 0, "realmProblem", now + 1],
  [0, now + 1, "clientProblem", now + 1],
  [now + 1, now + 2, "clientProblem", now + 2],
  [now, now, "ok", now],
])(
  "not-before times of realm (%s) and client (%s), now being 1700000000, are told as %s",
  (ofTheRealm, ofClient, says, since) => {
    const found = check({
      ...ofRealm({ notBefore: ofTheRealm }),
      client: { tokenSettings: { ...tokenSettings, notBefore: ofClient } },
    });
    const verdict = says === "ok" ? "ok" : "problem";
    expect(found.get("notBefore")).toEqual({ id: "notBefore", verdict, says, since });
  },
);

test("a not-before time of the client is a problem, whatever the realm's", () => {
  const client = { tokenSettings: { ...tokenSettings, notBefore: now + 1 } };
  const found = check({ realm: undefined, client });
  expect(found.get("notBefore")).toMatchObject({ verdict: "problem", says: "clientProblem" });
});

test.each([
  [0, "problem", "problem"],
  [1, "unknown", "short"],
  [9, "unknown", "short"],
  [10, "ok", "ok"],
])("tokens that live for %s seconds are told as %s", (lifespan, verdict, says) => {
  const found = { verdict, says, seconds: lifespan };
  expect(check(ofRealm({ lifespan })).get("lifespan")).toMatchObject(found);
  const client = { tokenSettings: { ...tokenSettings, lifespan } };
  expect(check({ client }).get("lifespan")).toMatchObject(found);
});
