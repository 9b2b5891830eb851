import { expect, test } from "vitest";
import {
  parseClient,
  parseClientScopes,
  parseClients,
  parseListedRoles,
  parseOwnRoles,
  parseRoles,
  parseUser,
} from "../../../../src/keycloak/api/parse-answers.ts";
import { UnexpectedAnswerError } from "../../../../src/keycloak/api/unexpected-answer-error.ts";
import {
  parseGroups,
  parseListedClients,
  parseRealmNames,
  parseSignIns,
  parseUsers,
} from "../../../../src/keycloak/survey/parse-survey-answers.ts";

const parsers: readonly (readonly [string, (answer: unknown) => unknown])[] = [
  ["roles", (answer) => parseRoles("admin", answer)],
  ["listed roles", (answer) => parseListedRoles("admin", answer)],
  ["clients", parseClients],
  ["listed clients", parseListedClients],
  ["client scopes", parseClientScopes],
  ["users", parseUsers],
  ["groups", parseGroups],
  ["realms", parseRealmNames],
];

test.each(parsers)("a list of %s that is none is no answer of Keycloak's", (_, parse) => {
  for (const answer of [undefined, null, "<html>", {}, { error: "x" }, [null], [[]], [{}]]) {
    expect(() => parse(answer)).toThrow(UnexpectedAnswerError);
  }
  expect(parse([])).toEqual([]);
});

test("an answer without an id is not a user, and one without roles has none", () => {
  expect(parseUser({ id: "1", username: "a" })).toEqual({ userId: "1", enabled: undefined });
  expect(parseUser({ id: "1", enabled: false })).toEqual({ userId: "1", enabled: false });
  for (const answer of [null, [], { username: "a" }, { id: 1 }]) {
    expect(() => parseUser(answer)).toThrow(UnexpectedAnswerError);
  }
  expect(() => parseOwnRoles({ userId: "1" }, "demo")).toThrow(UnexpectedAnswerError);
  expect(parseOwnRoles({ realm_access: { other: ["x"] } }, "demo")).toEqual(new Set());
  expect(parseOwnRoles({ realm_access: { demo: ["x", 1] } }, "demo")).toEqual(new Set(["x"]));
});

test("missing flags of a client count as off, and a client without a protocol represents a realm", () => {
  expect(parseClient({ id: "1", clientId: "demo-realm" })).toMatchObject({
    ...{ clientUuid: "1", clientId: "demo-realm", protocol: "", authenticator: "" },
    tokenBinding: undefined,
    tokenSettings: {
      notBefore: 0,
      lifespan: undefined,
      secretExpiresAt: undefined,
      signingAlgorithm: undefined,
    },
    ...{ enabled: false, serviceAccountsEnabled: false, fullScopeAllowed: false },
    ...{ defaultClientScopes: new Set(), isManageable: true },
  });
});

test("a client's secret is left behind", () => {
  const parsed = parseClient({ id: "1", clientId: "api", secret: "s3cret" });
  expect(JSON.stringify(parsed)).not.toContain("s3cret");
});

test.each([
  [{ manage: true }, true],
  [{ manage: false }, false],
  [{}, false],
])("with access %j a client may be changed: %s", (access, isManageable) => {
  expect(parseClient({ id: "1", clientId: "api", access })).toMatchObject({ isManageable });
});

test("the latest sign-in of each client counts, and invalid times don't", () => {
  const answer = [
    { clientId: "a", time: 2_000 },
    { clientId: "a", time: 1_000 },
    { clientId: "b", time: 8.64e15 + 1 },
    { clientId: "c", time: "now" },
    { time: 1_000 },
  ];
  expect(parseSignIns(answer)).toEqual({
    count: 5,
    oldest: 1_000,
    lastByClientId: new Map([["a", 2_000]]),
    lastByUserId: new Map(),
  });
});

test.each([
  [{ "client.secret.creation.time": "1700000000" }, 1_700_000_000_000],
  [{ "client.secret.creation.time": "soon" }, undefined],
  [{}, undefined],
  [undefined, undefined],
])("the secret of a client with the attributes %j was made at %s", (attributes, at) => {
  const [client] = parseListedClients([{ id: "1", clientId: "a", attributes }]);
  expect(client?.secretCreatedAt).toBe(at);
});

test("a role is composite if its list says so", () => {
  const [plain, composite] = parseListedRoles("realm", [
    { id: "1", name: "a" },
    { id: "2", name: "b", composite: true },
  ]);
  expect([plain?.isComposite, composite?.isComposite]).toEqual([false, true]);
});

test.each([
  [{ "dpop.bound.access.tokens": "true" }, "DPoP"],
  [{ "tls.client.certificate.bound.access.tokens": "true" }, "mutual TLS"],
  [{ "dpop.bound.access.tokens": "false" }, undefined],
  [{}, undefined],
  [null, undefined],
])("a client with the attributes %j has tokens bound by %s", (attributes, binding) => {
  const client = { id: "1", clientId: "api", attributes };
  expect(parseClient(client).tokenBinding).toBe(binding);
});
