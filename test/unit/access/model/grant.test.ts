import { expect, test } from "vitest";
import {
  containerOf,
  type Grant,
  grantKey,
  hasGrant,
  heldAs,
  isEmptyChange,
  nameOfGrant,
} from "../../../../src/access/model/grant.ts";
import type { Role } from "../../../../src/access/model/snapshot.ts";
import { makeSnapshot } from "../make-snapshot.ts";

const role = (name: string, id = `id of ${name}`): Role => ({ container: "admin", name, id });
const mapping = (name: string, id?: string): Grant => ({ place: "mapping", role: role(name, id) });
const scope = (name: string): Grant => ({ place: "scope", role: role(name) });
const clientScope = (name: string): Grant => ({
  place: "clientScope",
  clientScope: { id: "id", name },
  wasOptional: false,
});
const account: Grant = { place: "account", wasPublic: false };

test("grants are identified by their place and name, not by an id", () => {
  const grants = [account, mapping("view-users"), scope("view-users"), clientScope("view-users")];
  expect(grants.map(grantKey)).toEqual([
    "account",
    "mapping:admin:view-users",
    "scope:admin:view-users",
    "clientScope:view-users",
  ]);
  expect(grantKey(mapping("view-users", "another"))).toBe(grantKey(mapping("view-users")));
  expect(grants.map(nameOfGrant)).toEqual(["", "view-users", "view-users", "view-users"]);
  expect(grants.map(containerOf)).toEqual([undefined, "admin", "admin", undefined]);
});

test("a client has what its snapshot says", () => {
  const snapshot = makeSnapshot({ mapped: ["view-users"], inScope: ["view-events"] });
  expect(hasGrant(snapshot, account)).toBe(true);
  expect(hasGrant({ ...snapshot, account: { kind: "none" } }, account)).toBe(false);
  // What comes with a mapped role is in effect, but not mapped.
  const has = (...grants: readonly Grant[]) => grants.map((grant) => hasGrant(snapshot, grant));
  expect(has(mapping("view-users"), mapping("query-users"))).toEqual([true, false]);
  expect(has(scope("view-events"), scope("view-users"))).toEqual([true, false]);
  expect(has(clientScope("roles"), clientScope("address"))).toEqual([true, false]);
});

test("full scope lets every role pass", () => {
  expect(hasGrant(makeSnapshot(), scope("view-users"))).toBe(true);
});

test("a renamed role is identified by its current name", () => {
  const snapshot = makeSnapshot({ mapped: ["view-users", "view-events"] });
  const heldNames = (grant: Grant) => heldAs(snapshot, grant).map(nameOfGrant);
  expect(heldNames(mapping("view-users"))).toEqual(["view-users"]);
  expect(heldNames(mapping("old name", "id of view-users"))).toEqual(["view-users"]);
  expect(heldNames(mapping("view-events", "id of view-users"))).toEqual([
    "view-events",
    "view-users",
  ]);
  expect(heldNames(mapping("old name", "id of view-realm"))).toEqual([]);
  const ofRealm: Grant = {
    place: "mapping",
    role: { container: "realm", name: "old name", id: "id of view-users" },
  };
  expect(heldNames(ofRealm)).toEqual([]);
  expect(heldAs(snapshot, account)).toEqual([account]);
});

test("a change that adds and removes nothing is empty", () => {
  expect(isEmptyChange({ add: [], remove: [] })).toBe(true);
  expect(isEmptyChange({ add: [account], remove: [] })).toBe(false);
  expect(isEmptyChange({ add: [], remove: [mapping("view-users")] })).toBe(false);
});
