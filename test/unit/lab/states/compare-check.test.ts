import { expect, test } from "vitest";
import { compareCheck } from "../../../../lab/states/compare/compare-check.ts";
import type { CheckStatement } from "../../../../lab/states/statements.ts";
import type { Truth } from "../../../../lab/states/truth.ts";
import { lookup, trueOfLookup } from "./truths.ts";

const falseOnes = (check: readonly CheckStatement[], truth: Truth) =>
  compareCheck(check, truth)
    .filter((it) => it.truth !== undefined)
    .map(({ about, said, truth: is }) => `${about}: ${said}, ${is}`);

const saying = (...said: readonly CheckStatement[]) => [
  ...trueOfLookup.check.filter(({ id }) => !said.some((it) => it.id === id)),
  ...said,
];

const refused: Truth = {
  ...lookup,
  token: { kind: "refused", said: "disabled" },
  calls: new Map([...lookup.calls.keys()].map((id) => [id, "refused"])),
};

const { client } = lookup;

test("nothing is compared where nothing was checked", () => {
  expect(compareCheck([], lookup)).toEqual([]);
});

test.each<[string, Truth, CheckStatement, string]>([
  [
    "a disabled client that is said to be enabled",
    { ...lookup, client: { ...client, enabled: false } },
    { id: "enabled", verdict: "ok", names: [] },
    "check: enabled: ok, the client is disabled",
  ],
  [
    "a client without service accounts that is said to have them",
    { ...lookup, client: { ...client, serviceAccountsEnabled: false } },
    { id: "account", verdict: "ok", names: [] },
    "check: account: ok, the client's settings give it no account",
  ],
  [
    "a role that isn't in scope, of which nothing is said",
    { ...lookup, inScope: new Set(["query-users"]) },
    { id: "scope", verdict: "ok", names: [] },
    "check: scope: ok, not in scope: view-users",
  ],
  [
    "bound tokens that are said to be plain",
    { ...lookup, client: { ...client, isBound: true } },
    { id: "tokenBinding", verdict: "ok", names: [] },
    "check: tokenBinding: ok, its tokens are bound",
  ],
  [
    "a disabled user that is said to be enabled",
    { ...lookup, accountEnabled: false },
    { id: "user", verdict: "ok", names: [] },
    "check: user: ok, the account is disabled",
  ],
  [
    "a disabled realm that is said to be enabled",
    { ...lookup, realm: { ...lookup.realm, enabled: false } },
    { id: "realm", verdict: "ok", names: [] },
    "check: realm: ok, the realm is disabled",
  ],
  [
    "a realm that requires HTTPS, which is said to be in nobody's way",
    { ...lookup, realm: { ...lookup.realm, sslRequired: "all" } },
    { id: "https", verdict: "ok", names: [] },
    "check: https: ok, the realm requires HTTPS",
  ],
  [
    "a not-before that is ahead and said to be past",
    { ...lookup, realm: { ...lookup.realm, notBefore: 4_000_000_000 } },
    { id: "notBefore", verdict: "ok", names: [] },
    "check: notBefore: ok, the realm's not-before is ahead",
  ],
  [
    "roles other than those in effect",
    lookup,
    { id: "roles", verdict: "ok", names: ["view-users"] },
    "check: roles: ok (view-users), in effect: query-users view-users",
  ],
])("%s: noticed", (_, truth, said, line) => {
  expect(falseOnes(saying(said), truth)).toEqual([line]);
});

test("an all-green check is noticed if no call is answered, with the server's message", () => {
  expect(falseOnes(trueOfLookup.check, refused)).toEqual([
    "check: cause: all is well, no call is answered: disabled",
  ]);
});

test("if something isn't known, the cause isn't either", () => {
  const open = saying({ id: "tokenBinding", verdict: "unknown", names: [] });
  expect(compareCheck(open, refused).at(-1)).toMatchObject({
    ...{ about: "check: cause", said: "not known: tokenBinding", isKnown: false },
  });
});

test("a problem that would block every call is noticed if calls are answered", () => {
  const alarm = saying({ id: "enabled", verdict: "problem", names: [] });
  expect(falseOnes(alarm, lookup)).toEqual([
    "check: enabled: problem, the client is enabled",
    "check: cause: enabled, calls are answered",
  ]);
});
