import { expect, test } from "vitest";
import { bindingOf, type CheckId, checkAccess } from "../../../../src/access/check/check-access.ts";
import { type Role, roleKey, type Snapshot } from "../../../../src/access/model/snapshot.ts";
import { makeSnapshot, withoutAccount } from "../make-snapshot.ts";

/** A moment, in seconds since 1970. */
const now = 1_700_000_000;

const finding = (id: CheckId, snapshot: Snapshot, version?: string) =>
  checkAccess(snapshot, version, now * 1_000).find((it) => it.id === id);

const adminClientScope = { id: "scope-id", name: "kc-admin-api" };
const holding = makeSnapshot({ mapped: ["view-users"] });
/** As an administrator sees it who may not change the client. */
const unmanageable = (snapshot: Snapshot): Snapshot => ({
  ...snapshot,
  client: { ...snapshot.client, isManageable: false },
});

test("if nothing is wrong, each check passes, in the order of Keycloak's own checks", () => {
  const snapshot = { ...holding, adminClientScope: undefined };
  expect(checkAccess(snapshot, undefined, 0)).toEqual([
    { id: "account", verdict: "ok", names: [] },
    { id: "enabled", verdict: "ok", names: [] },
    { id: "roles", verdict: "ok", names: ["query-groups", "query-users", "view-users"] },
    { id: "scope", verdict: "ok", names: [] },
    { id: "clientScope", verdict: "ok", names: [] },
    { id: "credentials", verdict: "ok", says: "secret", names: ["client-secret"] },
    { id: "tokenBinding", verdict: "ok", names: [] },
  ]);
});

test("anyone who can change a client can enable its service account", () => {
  const without = withoutAccount(holding);
  const problem = { id: "account", verdict: "problem", why: "off", names: [] };
  const fix = { add: [{ place: "account", wasPublic: false }], remove: [] };
  expect(finding("account", without)).toEqual({ ...problem, fix });
  expect(finding("account", unmanageable(without))).toEqual(problem);
});

test("a client that is switched off gets no token", () => {
  const off = makeSnapshot({ client: { enabled: false } });
  expect(finding("enabled", off)).toEqual({ id: "enabled", verdict: "problem", names: [] });
});

test("a client without roles is denied everything, and of one that can't be read nothing is known", () => {
  expect(finding("roles", makeSnapshot())).toEqual({ id: "roles", verdict: "problem", names: [] });
  const unreadable = { ...makeSnapshot(), isReadable: false };
  expect(finding("roles", unreadable)?.verdict).toBe("unknown");
  expect(finding("scope", unreadable)?.verdict).toBe("unknown");
});

/** As it is completed by the presets of a realm, which may have roles of the realm and of other clients. */
function withOtherRoles(snapshot: Snapshot): Snapshot {
  const others: readonly Role[] = [
    { container: "otherRealm", name: "bookkeeper", id: "b" },
    { container: "client/billing", name: "write", id: "w" },
  ];
  return {
    ...snapshot,
    roles: new Map([...snapshot.roles, ...others.map((role) => [roleKey(role), role] as const)]),
    effective: new Set([...snapshot.effective, ...others.map(roleKey)]),
  };
}

test("roles of presets of the realm that are no admin roles count for nothing here", () => {
  const limited = makeSnapshot({ mapped: ["view-users"], inScope: ["view-users"] });
  for (const snapshot of [makeSnapshot(), holding, limited]) {
    expect(checkAccess(withOtherRoles(snapshot), undefined, 0)).toEqual(
      checkAccess(snapshot, undefined, 0),
    );
  }
});

test("roles that the client's scope filters out are named, and can be let through", () => {
  const snapshot = makeSnapshot({ mapped: ["view-users", "view-events"], inScope: ["view-users"] });
  const names = ["query-groups", "query-users", "view-events"];
  const problem = { id: "scope", verdict: "problem", names };
  const found = finding("scope", snapshot);
  expect(found).toMatchObject(problem);
  expect(found?.fix?.remove).toEqual([]);
  expect(found?.fix?.add.map((grant) => "role" in grant && grant.role.name).sort()).toEqual(names);
  expect(new Set(found?.fix?.add.map(({ place }) => place))).toEqual(new Set(["scope"]));
  expect(finding("scope", unmanageable(snapshot))).toEqual(problem);
});

test("whether a role is in the scope isn't known if this administrator can't see it", () => {
  const snapshot = makeSnapshot({ mapped: ["view-events"], inScope: [], unseenScope: ["admin"] });
  expect(finding("scope", snapshot)).toEqual({
    id: "scope",
    verdict: "unknown",
    names: ["view-events"],
  });
});

test("a client scope that the Admin API asks for and the client lacks can be added", () => {
  const lacking = { ...holding, adminClientScope };
  const problem = { id: "clientScope", verdict: "problem", names: ["kc-admin-api"] };
  const fixed = (wasOptional: boolean) => ({
    ...problem,
    fix: {
      add: [{ place: "clientScope", clientScope: adminClientScope, wasOptional }],
      remove: [],
    },
  });
  expect(finding("clientScope", lacking)).toEqual(fixed(false));
  expect(finding("clientScope", unmanageable(lacking))).toEqual(problem);
  const optional = makeSnapshot({ client: { optionalClientScopes: new Set(["kc-admin-api"]) } });
  expect(finding("clientScope", { ...optional, adminClientScope })).toEqual(fixed(true));
});

test("whether the client scope is missing isn't known if client scopes weren't read", () => {
  expect(finding("clientScope", holding)?.verdict).toBe("unknown");
});

test.each([
  ["client-secret", "ok", "secret"],
  ["client-secret-jwt", "ok", "secretJwt"],
  ["client-jwt", "unknown", "keyJwt"],
  ["client-x509", "unknown", "certificate"],
  ["federated-jwt", "unknown", "federated"],
  ["acme-vault", "unknown", "unknown"],
])("of a client that signs in with %s the credentials are %s", (authenticator, verdict, says) => {
  expect(finding("credentials", makeSnapshot({ client: { authenticator } }))).toEqual({
    ...{ id: "credentials", verdict, says, names: [authenticator] },
  });
});

test.each([
  [now, "problem"],
  [now + 1, "ok"],
  [undefined, "ok"],
])(
  "a client whose secret ends at %s, now being 1700000000, has credentials that are %s",
  (secretExpiresAt, verdict) => {
    const { tokenSettings } = holding.client;
    const client = { tokenSettings: { ...tokenSettings, secretExpiresAt } };
    expect(finding("credentials", makeSnapshot({ client }))?.verdict).toBe(verdict);
  },
);

test.each(["DPoP", "mutual TLS"] as const)(
  "tokens bound by %s are no plain bearer tokens",
  (tokenBinding) => {
    expect(finding("tokenBinding", makeSnapshot({ client: { tokenBinding } }))).toEqual({
      id: "tokenBinding",
      verdict: "problem",
      names: [tokenBinding],
    });
  },
);

test("if DPoP is off by default, it isn't known whether it binds tokens", () => {
  const bound = makeSnapshot({ client: { tokenBinding: "DPoP" } });
  expect(finding("tokenBinding", bound, "26.2.5")?.verdict).toBe("unknown");
  expect(finding("tokenBinding", bound, "26.4.0")?.verdict).toBe("problem");
  expect(bindingOf(bound.client, "26.2.5")).toBeUndefined();
  expect(bindingOf(bound.client, undefined)).toBe("DPoP");
  expect(bindingOf({ tokenBinding: "mutual TLS" }, "26.0.8")).toBe("mutual TLS");
});
