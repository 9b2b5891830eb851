import { expect, test } from "vitest";
import { heldAdminRoles } from "../../../../src/access/model/held-admin-roles.ts";
import { type Role, roleKey, type Snapshot } from "../../../../src/access/model/snapshot.ts";
import { makeSnapshot } from "../make-snapshot.ts";

const namesOf = (snapshot: Snapshot) => [...heldAdminRoles(snapshot)].sort();

/** The same with this role of the realm in effect. */
function withRealmRole(snapshot: Snapshot, name: string): Snapshot {
  const role: Role = { container: "realm", name, id: name };
  return {
    ...snapshot,
    roles: new Map([...snapshot.roles, [roleKey(role), role]]),
    effective: new Set([...snapshot.effective, roleKey(role)]),
  };
}

test("roles in effect count, however they are held", () => {
  const snapshot = makeSnapshot({ mapped: ["view-users"], heldOtherwise: ["view-events"] });
  expect(namesOf(snapshot)).toEqual(["query-groups", "query-users", "view-events", "view-users"]);
});

test("roles that the client's scope filters out do not count", () => {
  const snapshot = makeSnapshot({ mapped: ["view-users"], inScope: ["view-users", "view-realm"] });
  expect(namesOf(snapshot)).toEqual(["view-users"]);
});

test("no role counts where the client lacks the client scope that the Admin API asks for", () => {
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
