import { expect, test } from "vitest";
import type { Grant } from "../../../../src/access/model/grant.ts";
import type { RoleKey } from "../../../../src/access/model/snapshot.ts";
import { snapshotAfter } from "../../../../src/access/plan/snapshot-after.ts";
import { makeSnapshot } from "../make-snapshot.ts";

const grant = (place: "mapping" | "scope", name: string): Grant => ({
  place,
  role: { container: "admin", name, id: `id of ${name}` },
});
const clientScope = (name: string, wasOptional = false): Grant => ({
  place: "clientScope",
  clientScope: { id: "id", name },
  wasOptional,
});
const namesOf = (keys: ReadonlySet<RoleKey> | undefined) =>
  [...(keys ?? [])].map((key) => key.replace("admin:", "")).sort();

const offered = ["view-users", "query-users", "query-groups", "view-events"];

test("a role that is mapped comes into effect with what it includes, and can't be granted again", () => {
  const before = makeSnapshot({ offered });
  const after = snapshotAfter(before, { add: [grant("mapping", "view-users")], remove: [] });
  expect(namesOf(after.mapped)).toEqual(["view-users"]);
  expect(namesOf(after.effective)).toEqual(["query-groups", "query-users", "view-users"]);
  expect(namesOf(after.grantable)).toEqual(["query-groups", "query-users", "view-events"]);
  expect(after.inScope).toBeUndefined();
});

test("what a server does not have does not come with a role", () => {
  const before = makeSnapshot({ offered: ["view-users", "query-users"] });
  const after = snapshotAfter(before, { add: [grant("mapping", "view-users")], remove: [] });
  expect(namesOf(after.effective)).toEqual(["query-users", "view-users"]);
});

test("removing a role removes what it includes, except what another role still gives", () => {
  const before = makeSnapshot({ offered, mapped: ["view-users", "query-users", "view-events"] });
  const after = snapshotAfter(before, { add: [], remove: [grant("mapping", "view-users")] });
  expect(namesOf(after.mapped)).toEqual(["query-users", "view-events"]);
  expect(namesOf(after.effective)).toEqual(["query-users", "view-events"]);
  expect(namesOf(after.grantable)).toEqual(["query-groups", "view-users"]);
});

test("a removed role stays in effect if a remaining role includes it", () => {
  const before = makeSnapshot({ offered, mapped: ["view-users", "query-users"] });
  const after = snapshotAfter(before, { add: [], remove: [grant("mapping", "query-users")] });
  expect(namesOf(after.effective)).toEqual(["query-groups", "query-users", "view-users"]);
});

test("the client's scope changes by itself, and takes in what a role includes", () => {
  const before = makeSnapshot({ offered, mapped: ["view-users"], inScope: ["view-events"] });
  const after = snapshotAfter(before, {
    add: [grant("scope", "view-users")],
    remove: [grant("scope", "view-events")],
  });
  expect(namesOf(after.inScope)).toEqual(["query-groups", "query-users", "view-users"]);
  expect(after.mapped).toEqual(before.mapped);
  expect(after.effective).toEqual(before.effective);
  expect(after.grantable).toEqual(before.grantable);
});

test("client scopes are added and removed by name", () => {
  const before = makeSnapshot();
  const after = snapshotAfter(before, {
    add: [clientScope("kc-admin-api"), { place: "account", wasPublic: false }],
    remove: [clientScope("basic")],
  });
  expect([...after.client.defaultClientScopes].sort()).toEqual(["kc-admin-api", "roles"]);
  expect(after.client.clientId).toBe(before.client.clientId);
  expect(after.mapped).toEqual(before.mapped);
});

test("a client scope that was optional moves between both sets, forth and back", () => {
  const before = makeSnapshot();
  const moved = clientScope("address", true);
  const after = snapshotAfter(before, { add: [moved], remove: [] });
  expect([...after.client.defaultClientScopes]).toEqual(["basic", "roles", "address"]);
  expect([...after.client.optionalClientScopes]).toEqual([]);
  expect(snapshotAfter(after, { add: [], remove: [moved] })).toEqual(before);
});

test("a change of nothing changes nothing", () => {
  const before = makeSnapshot({ mapped: ["view-users"], heldOtherwise: ["view-events"] });
  expect(snapshotAfter(before, { add: [], remove: [] })).toEqual(before);
});
