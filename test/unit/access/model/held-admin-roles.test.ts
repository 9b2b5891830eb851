import { expect, test } from "vitest";
import {
  heldAdminRoles,
  rolesInForce,
  withoutHollow,
} from "../../../../src/access/model/held-admin-roles.ts";
import { type Role, roleKey, type Snapshot } from "../../../../src/access/model/snapshot.ts";
import { makeSnapshot } from "../make-snapshot.ts";

const namesOf = (snapshot: Snapshot) => [...heldAdminRoles(snapshot).names].sort();

/** The same with this role of the realm in effect. */
function withRealmRole(snapshot: Snapshot, name: string): Snapshot {
  const role: Role = { container: "realm", name, id: name };
  return {
    ...snapshot,
    roles: new Map([...snapshot.roles, [roleKey(role), role]]),
    effective: new Set([...snapshot.effective, roleKey(role)]),
  };
}

test("effective roles count, whether direct or inherited", () => {
  const snapshot = makeSnapshot({ mapped: ["view-users"], heldOtherwise: ["view-events"] });
  expect(namesOf(snapshot)).toEqual(["query-groups", "query-users", "view-events", "view-users"]);
});

test("roles that the client's scope filters out do not count", () => {
  const snapshot = makeSnapshot({ mapped: ["view-users"], inScope: ["view-users", "view-realm"] });
  expect(namesOf(snapshot)).toEqual(["view-users"]);
});

test("no role counts if the client lacks the client scope that the Admin API requires", () => {
  const snapshot = makeSnapshot({ mapped: ["view-events"] });
  const adminClientScope = { id: "scope-id", name: "kc-admin-api" };
  expect(namesOf({ ...snapshot, adminClientScope })).toEqual([]);
  const defaultClientScopes = new Set(["kc-admin-api"]);
  const client = { ...snapshot.client, defaultClientScopes };
  expect(namesOf({ ...snapshot, client, adminClientScope })).toEqual(["view-events"]);
});

test("the realm role admin is realm-admin in master, and nothing elsewhere", () => {
  const snapshot = withRealmRole(makeSnapshot({ mapped: ["view-events"] }), "admin");
  expect(namesOf(snapshot)).toEqual(["view-events"]);
  const ofMaster = { ...snapshot, isMaster: true };
  expect(namesOf(ofMaster)).toEqual(["realm-admin", "view-events"]);
  expect(namesOf({ ...ofMaster, inScope: new Set() })).toEqual([]);
});

test("create-realm counts as the realm role of master that it is, and under no other", () => {
  const snapshot = withRealmRole(makeSnapshot({ mapped: ["view-events"] }), "create-realm");
  expect(namesOf(snapshot)).toEqual(["view-events"]);
  const ofMaster = { ...snapshot, isMaster: true };
  expect(namesOf(ofMaster)).toEqual(["create-realm", "view-events"]);
  expect(namesOf({ ...ofMaster, inScope: new Set() })).toEqual([]);
  const impostor: Role = { container: "admin", name: "create-realm", id: "1" };
  const { roles } = makeSnapshot();
  expect(
    namesOf({
      ...makeSnapshot(),
      roles: new Map([...roles, [roleKey(impostor), impostor]]),
      effective: new Set([roleKey(impostor)]),
    }),
  ).toEqual([]);
});

test("another role of the realm never counts, not even one that is named like an admin role", () => {
  const snapshot = withRealmRole(makeSnapshot(), "manage-users");
  expect(namesOf({ ...snapshot, isMaster: true })).toEqual([]);
});

test("a realm-admin role that includes fewer than all admin roles is reported as reduced", () => {
  const thin = {
    ...makeSnapshot({ mapped: ["realm-admin"] }),
    effective: new Set(["admin:realm-admin", "admin:view-events"] as const),
  };
  expect(heldAdminRoles(thin).reduced).toEqual(new Set(["realm-admin"]));
  expect(heldAdminRoles(makeSnapshot({ mapped: ["realm-admin"] })).reduced.size).toBe(0);
  const held = [
    { container: "admin", name: "realm-admin" },
    { container: "admin", name: "view-events" },
  ] as const;
  expect(withoutHollow(held, thin.roles)).toEqual([held[1]]);
});

test("a role that the server doesn't have is not missed in a composite one", () => {
  const snapshot = makeSnapshot({ mapped: ["view-users"], offered: ["view-users"] });
  const effective = new Set(["admin:view-users"] as const);
  expect(heldAdminRoles({ ...snapshot, effective }).reduced.size).toBe(0);
});

test("no role counts while the client can't use its service account", () => {
  const publicOne = makeSnapshot({ mapped: ["realm-admin"], client: { publicClient: true } });
  expect(namesOf(publicOne)).toEqual([]);
});

test("no role is in force while the client or its user is disabled", () => {
  const snapshot = makeSnapshot({ mapped: ["view-events"] });
  const off = { ...snapshot, client: { ...snapshot.client, enabled: false } };
  const user = { ...snapshot, account: { kind: "found", userId: "1", enabled: false } } as const;
  expect([off, user].map((it) => rolesInForce(it).names.size)).toEqual([0, 0]);
  expect(rolesInForce(snapshot).names).toEqual(new Set(["view-events"]));
});

test("what may not be seen is not known", () => {
  const { names, possible } = rolesInForce({ ...makeSnapshot(), isReadable: false });
  expect([names.size, possible.has("view-users")]).toEqual([0, true]);
});

const possibleNames = (snapshot: Snapshot) => [...heldAdminRoles(snapshot).possible].sort();

test("a role that this administrator may not see in the scope may count, and isn't said to", () => {
  const scope = { inScope: ["view-users"], unseenScope: ["admin"] } as const;
  const snapshot = makeSnapshot({ mapped: ["view-users"], ...scope });
  expect(namesOf(snapshot)).toEqual(["view-users"]);
  expect(possibleNames(snapshot)).toEqual(["query-groups", "query-users"]);
});

test("if only realm roles can't be seen, roles of the admin client are still known", () => {
  const mapped = makeSnapshot({ mapped: ["view-events"], inScope: [], unseenScope: ["realm"] });
  const snapshot = { ...withRealmRole(mapped, "create-realm"), isMaster: true };
  expect(namesOf(snapshot)).toEqual([]);
  expect(possibleNames(snapshot)).toEqual(["create-realm"]);
});

test("if the account's roles can't be seen, every role in the scope may count", () => {
  const unreadable = {
    ...makeSnapshot({ offered: ["view-users", "view-events"] }),
    isReadable: false,
  };
  expect(possibleNames(unreadable)).toEqual(["view-events", "view-users"]);
  const inScope = new Set([roleKey({ container: "admin", name: "view-users" })]);
  expect(possibleNames({ ...unreadable, inScope })).toEqual(["view-users"]);
});

test("if everything is known, no other role may count", () => {
  expect(possibleNames(makeSnapshot({ mapped: ["view-users"], inScope: [] }))).toEqual([]);
});
