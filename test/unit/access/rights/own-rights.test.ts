import fc from "fast-check";
import { expect, test } from "vitest";
import { resolveStockRoles } from "../../../../src/access/model/resolve-roles.ts";
import { toRoleReference } from "../../../../src/access/model/snapshot.ts";
import { keptRoles, mayAssign } from "../../../../src/access/rights/own-rights.ts";
import { adminRoles } from "../../../../src/catalog/roles/admin-roles.ts";
import { createInMemoryKeycloak } from "../../../in-memory-keycloak/create-in-memory-keycloak.ts";
import { makeSnapshot } from "../make-snapshot.ts";

const admin = (name: string) => ({ container: "admin" as const, name });

/** An administrator with these roles of the realm, composite ones resolved as the server does it. */
const ownRoles = (...names: readonly string[]) => ({
  names: new Set([...resolveStockRoles(names.map(admin))].map((key) => toRoleReference(key).name)),
  areOfMaster: false,
});

/** The roles of Keycloak itself: an extension brings this one. */
const ofKeycloak = [...adminRoles.keys()].filter((name) => name !== "create-organization");

test("for any set of own roles, the answer is what the server lets the administrator assign", async () => {
  const keycloak = createInMemoryKeycloak();
  const realm = keycloak.makeRealm("demo");
  const base = "https://keycloak.example.org/auth/admin/realms/demo";
  const client = realm.makeClient({ clientId: "api", serviceAccountsEnabled: true });
  const userId = realm.serviceAccountUserId(client);
  let count = 0;
  await fc.assert(
    fc.asyncProperty(fc.subarray(ofKeycloak), async (names) => {
      count += 1;
      const token = `administrator ${count}`;
      realm.makeAdministrator({ token, adminRoles: [...names, "manage-users"] });
      const path = `/users/${userId}/role-mappings/clients/${realm.adminClientUuid}/available`;
      const headers = { authorization: `Bearer ${token}` };
      const response = await keycloak.fetch(base + path, { method: "GET", headers });
      const offered: readonly { name: string }[] = await response.json();
      const own = ownRoles(...names, "manage-users");
      const told = ofKeycloak.filter((name) => mayAssign(own, admin(name)));
      expect(told.sort()).toEqual(offered.map(({ name }) => name).sort());
    }),
    { numRuns: 60 },
  );
});

test("without manage-users nothing may be assigned", () => {
  const own = ownRoles("view-users", "manage-clients", "view-events");
  expect([...adminRoles.keys()].some((name) => mayAssign(own, admin(name)))).toBe(false);
});

test("only realm-admin, or an administrator of master, may assign realm-admin", () => {
  const others = [...adminRoles.keys()].filter((name) => name !== "realm-admin");
  expect(mayAssign(ownRoles("realm-admin"), admin("realm-admin"))).toBe(true);
  expect(mayAssign(ownRoles(...others), admin("realm-admin"))).toBe(false);
  expect(mayAssign({ ...ownRoles(...others), areOfMaster: true }, admin("realm-admin"))).toBe(true);
});

test("anyone with manage-users may assign custom roles", () => {
  expect(mayAssign(ownRoles("manage-users"), admin("made-by-hand"))).toBe(true);
});

test("mapped roles beyond the administrator's own stay", () => {
  const snapshot = makeSnapshot({ mapped: ["view-users", "manage-realm", "query-clients"] });
  const kept = keptRoles(snapshot, ownRoles("manage-users", "view-clients"));
  expect([...kept]).toEqual(["admin:manage-realm"]);
});

test("where nothing may be assigned, all that is mapped stays", () => {
  const snapshot = { ...makeSnapshot({ mapped: ["view-users"] }), grantable: new Set<never>() };
  expect([...keptRoles(snapshot, ownRoles("view-users"))]).toEqual(["admin:view-users"]);
});

test("anyone with manage-users may unassign roles of the realm and of other clients, and nobody else", () => {
  const snapshot = {
    mapped: new Set(["otherRealm:bookkeeper", "client/billing:write"] as const),
    grantable: new Set<never>(),
  };
  expect(keptRoles(snapshot, ownRoles("manage-users"))).toEqual(new Set());
  expect(keptRoles(snapshot, ownRoles("view-users", "manage-clients"))).toEqual(snapshot.mapped);
});

test("an administrator who may assign something without manage-users may unassign what is within their own roles", () => {
  const snapshot = makeSnapshot({ mapped: ["view-users", "manage-realm"] });
  expect([...keptRoles(snapshot, ownRoles("view-users"))]).toEqual(["admin:manage-realm"]);
});
