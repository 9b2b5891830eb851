import assert from "node:assert/strict";
import { assertDone, assertRefused } from "./assert-answer.ts";
import type { ContractCase } from "./contract-case.ts";
import { makeScene } from "./make-scene.ts";
import { itemsOf, namesIn, rolesIn } from "./names-in.ts";

/** What POST of role mappings does. */
export const mappingCases: readonly ContractCase[] = [
  {
    name: "roles that are posted with id and name are mapped, and nothing else is",
    run: async (server) => {
      await using scene = await makeScene(server);
      const { realm, adminMappings, adminRoles } = scene;
      const roles = adminRoles("view-events", "view-users");
      assertDone(await realm.send("POST", adminMappings, roles));
      assert.deepEqual(namesIn(await realm.send("GET", adminMappings)), [
        "view-events",
        "view-users",
      ]);
    },
  },
  {
    name: "a role that is mapped already may be posted again, alone or with others",
    run: async (server) => {
      await using scene = await makeScene(server);
      const { realm, adminMappings, adminRoles } = scene;
      const viewUsers = adminRoles("view-users");
      assertDone(await realm.send("POST", adminMappings, viewUsers));
      assertDone(await realm.send("POST", adminMappings, viewUsers));
      assertDone(await realm.send("POST", adminMappings, [...viewUsers, ...viewUsers]));
      assertDone(await realm.send("POST", adminMappings, adminRoles("view-users", "view-realm")));
      const mapped = namesIn(await realm.send("GET", adminMappings));
      assert.deepEqual(mapped, ["view-realm", "view-users"]);
    },
  },
  {
    name: "a role whose id and name don't both belong to it answers 404, and nothing is mapped",
    run: async (server) => {
      await using scene = await makeScene(server);
      const { realm, adminMappings, adminRoles } = scene;
      const good = adminRoles("view-users");
      const [events = { id: "", name: "" }] = adminRoles("view-events");
      const wrong = [
        { id: "stale", name: events.name },
        { id: events.id, name: "view-realm" },
        { id: events.id, name: "no such role" },
        { id: "stale", name: "no such role" },
        { id: events.id },
        { name: events.name },
        {},
      ];
      for (const role of wrong) {
        const answer = await realm.send("POST", adminMappings, [...good, role]);
        assertRefused(answer, 404, "Role not found");
      }
      assert.deepEqual(namesIn(await realm.send("GET", adminMappings)), []);
    },
  },
  {
    name: "a role of another container answers 404, be it a realm role or a client's",
    run: async (server) => {
      await using scene = await makeScene(server);
      const { realm, adminMappings, realmMappings, adminRoles, userId, clientUuid } = scene;
      const ofRealm = await realm.makeRealmRole("auditor");
      const ofClient = adminRoles("view-users");
      const other = `/users/${userId}/role-mappings/clients/${clientUuid}`;
      assertRefused(await realm.send("POST", adminMappings, [ofRealm]), 404, "Role not found");
      assertRefused(await realm.send("POST", realmMappings, ofClient), 404, "Role not found");
      assertRefused(await realm.send("POST", other, ofClient), 404, "Role not found");
    },
  },
  {
    name: "an empty list is done with nothing changed",
    run: async (server) => {
      await using scene = await makeScene(server);
      const { realm, adminMappings, adminRoles } = scene;
      await realm.send("POST", adminMappings, adminRoles("view-users"));
      assertDone(await realm.send("POST", adminMappings, []));
      assert.deepEqual(namesIn(await realm.send("GET", adminMappings)), ["view-users"]);
    },
  },
  {
    name: "a POST without a list is no request that the server understands",
    run: async (server) => {
      await using scene = await makeScene(server);
      const { realm, adminMappings } = scene;
      assertRefused(await realm.send("POST", adminMappings), 500, "unknown_error");
      assertRefused(await realm.send("POST", adminMappings, null), 500, "unknown_error");
      assertRefused(await realm.send("POST", adminMappings, [null]), 500, "unknown_error");
      assertRefused(await realm.send("POST", adminMappings, {}), 400, "unknown_error");
    },
  },
  {
    name: "realm roles are mapped beside the default role, which every service account holds",
    run: async (server) => {
      await using scene = await makeScene(server);
      const { realm, realmMappings } = scene;
      const auditor = await realm.makeRealmRole("auditor");
      assertDone(await realm.send("POST", realmMappings, [auditor]));
      const mapped = namesIn(await realm.send("GET", realmMappings));
      assert.deepEqual(mapped, ["auditor", `default-roles-${realm.name.toLowerCase()}`]);
    },
  },
  {
    name: "a user or a client that is not there answers 404",
    run: async (server) => {
      await using scene = await makeScene(server);
      const { realm, userId, adminRoles } = scene;
      const ofNobody = `/users/nobody/role-mappings`;
      for (const path of [ofNobody, `${ofNobody}/realm`, `${ofNobody}/clients/none`]) {
        assertRefused(await realm.send("GET", path), 404, "User not found");
      }
      const inNone = `/users/${userId}/role-mappings/clients/none`;
      const roles = adminRoles("view-users");
      for (const [method, path] of [
        ["GET", inNone],
        ["GET", `${inNone}/composite`],
        ["GET", `${inNone}/available`],
        ["POST", inNone],
        ["DELETE", inNone],
      ] as const) {
        const body = method === "GET" ? undefined : roles;
        assertRefused(await realm.send(method, path, body), 404, "Client not found");
      }
    },
  },
  {
    name: "a listed role tells its container and whether it is a composite",
    run: async (server) => {
      await using scene = await makeScene(server);
      const { realm, adminMappings, adminRoles } = scene;
      const [viewUsers] = adminRoles("view-users");
      await realm.send("POST", adminMappings, [viewUsers]);
      const [listed] = itemsOf(await realm.send("GET", adminMappings));
      assert.deepEqual(Object.fromEntries(listed ?? []), {
        ...viewUsers,
        // biome-ignore lint/suspicious/noTemplateCurlyInString: the server sends the key of a text.
        description: "${role_view-users}",
        composite: true,
        clientRole: true,
        containerId: realm.adminClientUuid,
      });
    },
  },
  {
    name: "every admin role can be mapped, and all at once",
    run: async (server) => {
      await using scene = await makeScene(server);
      const { realm, adminMappings } = scene;
      const all = rolesIn(await realm.send("GET", `/clients/${realm.adminClientUuid}/roles`));
      assert.ok(all.length > 15);
      assertDone(await realm.send("POST", adminMappings, all));
      assert.equal(itemsOf(await realm.send("GET", adminMappings)).length, all.length);
      assert.deepEqual(namesIn(await realm.send("GET", `${adminMappings}/available`)), []);
    },
  },
];
