import assert from "node:assert/strict";
import { assertDone, assertRefused } from "./assert-answer.ts";
import type { ContractCase } from "./contract-case.ts";
import { makeScene, type Scene } from "./make-scene.ts";
import { namesIn } from "./names-in.ts";

/** The admin roles that somebody with these roles is offered. */
async function offeredTo(
  { realm, adminMappings }: Scene,
  adminRoles: readonly string[],
): Promise<readonly string[]> {
  const { send } = await realm.makeAdministrator(adminRoles);
  return namesIn(await send("GET", `${adminMappings}/available`));
}

const offeredToAll = [
  "manage-users",
  "query-clients",
  "query-groups",
  "query-organizations",
  "query-realms",
  "query-users",
  "view-users",
];

/** Who may map which roles, and what happens to requests that are not wholly allowed. */
export const grantingRightsCases: readonly ContractCase[] = [
  {
    name: "without manage-users nothing is offered, mapped or taken",
    run: async (server) => {
      await using scene = await makeScene(server);
      const { realm, adminMappings, realmMappings, adminRoles } = scene;
      await realm.send("POST", adminMappings, adminRoles("view-users"));
      assert.deepEqual(await offeredTo(scene, ["view-users", "view-clients", "view-realm"]), []);
      const { send } = await realm.makeAdministrator([
        "view-users",
        "manage-clients",
        "manage-realm",
      ]);
      const auditor = await realm.makeRealmRole("auditor");
      for (const method of ["POST", "DELETE"]) {
        assertRefused(await send(method, adminMappings, adminRoles("view-users")), 403);
        assertRefused(await send(method, adminMappings, []), 403);
        assertRefused(await send(method, realmMappings, [auditor]), 403);
      }
      assertRefused(await send("DELETE", adminMappings), 403);
      assert.deepEqual(namesIn(await realm.send("GET", adminMappings)), ["view-users"]);
    },
  },
  {
    name: "manage-users offers itself, view-users and the roles that only search",
    since: "26.7",
    run: async (server) => {
      await using scene = await makeScene(server);
      assert.deepEqual(await offeredTo(scene, ["manage-users"]), offeredToAll);
    },
  },
  {
    name: "with manage-users, each further role offers itself and what goes with it",
    since: "26.7",
    run: async (server) => {
      await using scene = await makeScene(server);
      const further: readonly (readonly [string, readonly string[]])[] = [
        ["view-clients", ["view-authorization", "view-clients"]],
        [
          "manage-clients",
          [
            "create-client",
            "manage-authorization",
            "manage-clients",
            "view-authorization",
            "view-clients",
          ],
        ],
        ["view-realm", ["view-realm"]],
        [
          "manage-realm",
          ["manage-organizations", "manage-realm", "view-organizations", "view-realm"],
        ],
        ["view-events", ["view-events"]],
        ["manage-events", ["manage-events", "view-events"]],
        ["view-identity-providers", ["view-identity-providers"]],
        ["manage-identity-providers", ["manage-identity-providers", "view-identity-providers"]],
        ["view-authorization", ["view-authorization"]],
        ["manage-authorization", ["manage-authorization", "view-authorization"]],
        ["view-organizations", ["view-organizations"]],
        ["manage-organizations", ["manage-organizations", "view-organizations"]],
        ["create-client", ["create-client"]],
        ["impersonation", ["impersonation"]],
      ];
      for (const [role, expected] of further) {
        const offered = await offeredTo(scene, ["manage-users", role]);
        const beyond = offered.filter((name) => !offeredToAll.includes(name));
        assert.deepEqual(beyond, expected, role);
      }
    },
  },
  {
    name: "realm-admin is offered every admin role, and realm-admin itself to nobody else",
    // Keycloak issue 44371.
    except: ["26.4"],
    run: async (server) => {
      await using scene = await makeScene(server);
      const all = namesIn(
        await scene.realm.send("GET", `/clients/${scene.realm.adminClientUuid}/roles`),
      );
      assert.deepEqual(await offeredTo(scene, ["realm-admin"]), all);
      const others = all.filter((name) => name !== "realm-admin");
      assert.deepEqual(await offeredTo(scene, others), others);
    },
  },
  {
    name: "each offered role can be assigned and unassigned, and each other role answers 403",
    run: async (server) => {
      await using scene = await makeScene(server);
      const { realm, adminMappings, adminRoles } = scene;
      const { send } = await realm.makeAdministrator(["manage-users", "view-clients"]);
      const offered = namesIn(await send("GET", `${adminMappings}/available`));
      const all = namesIn(await realm.send("GET", `/clients/${realm.adminClientUuid}/roles`));
      for (const name of all) {
        const expected = offered.includes(name) ? 204 : 403;
        for (const method of ["POST", "DELETE"]) {
          const { status } = await send(method, adminMappings, adminRoles(name));
          assert.equal(status, expected, `${method} ${name}`);
        }
      }
      assert.deepEqual(namesIn(await realm.send("GET", adminMappings)), []);
    },
  },
  {
    name: "one role beyond the caller's power answers 403, and nothing of the request is applied",
    run: async (server) => {
      await using scene = await makeScene(server);
      const { realm, adminMappings, adminRoles } = scene;
      const { send } = await realm.makeAdministrator(["manage-users", "view-clients"]);
      const mixed = adminRoles("view-users", "manage-realm", "query-users");
      assertRefused(await send("POST", adminMappings, mixed), 403, "HTTP 403 Forbidden");
      assert.deepEqual(namesIn(await realm.send("GET", adminMappings)), []);
      await realm.send("POST", adminMappings, mixed);
      assertRefused(await send("DELETE", adminMappings, mixed), 403, "HTTP 403 Forbidden");
      assertRefused(await send("DELETE", adminMappings), 403, "HTTP 403 Forbidden");
      const left = namesIn(await realm.send("GET", adminMappings));
      assert.deepEqual(left, ["manage-realm", "query-users", "view-users"]);
    },
  },
  {
    name: "only the role itself is weighed: a realm role that holds realm-admin may be mapped",
    run: async (server) => {
      await using scene = await makeScene(server);
      const { realm, adminMappings, realmMappings, adminRoles } = scene;
      const boss = await realm.makeRealmRole("boss");
      await realm.addComposites(boss, adminRoles("realm-admin"));
      const { send } = await realm.makeAdministrator(["manage-users"]);
      assert.ok(namesIn(await send("GET", `${realmMappings}/available`)).includes("boss"));
      assertDone(await send("POST", realmMappings, [boss]));
      const effective = namesIn(await realm.send("GET", `${adminMappings}/composite`));
      assert.ok(effective.includes("realm-admin"));
    },
  },
  {
    name: "roles of other containers are no admin roles, whatever they are called",
    run: async (server) => {
      await using scene = await makeScene(server);
      const { realm, realmMappings, userId, clientUuid } = scene;
      const ofRealm = await realm.makeRealmRole("manage-realm");
      const ofClient = await realm.makeClientRole(clientUuid, "realm-admin");
      const { send } = await realm.makeAdministrator(["manage-users"]);
      assertDone(await send("POST", realmMappings, [ofRealm]));
      const inClient = `/users/${userId}/role-mappings/clients/${clientUuid}`;
      assertDone(await send("POST", inClient, [ofClient]));
    },
  },
  {
    name: "a role that is taken from the caller counts at once, with the same token",
    run: async (server) => {
      await using scene = await makeScene(server);
      const { realm, client, adminMappings, adminRoles } = scene;
      const { send, userId } = await realm.makeAdministrator(["realm-admin"]);
      assertDone(await send("POST", adminMappings, adminRoles("view-events")));
      const own = `/users/${userId}/role-mappings/clients/${realm.adminClientUuid}`;
      assertDone(await send("DELETE", own, adminRoles("realm-admin")));
      assertRefused(await send("POST", adminMappings, adminRoles("view-users")), 403);
      assertRefused(await send("GET", client), 403);
    },
  },
];
